package dev.sallyport.domain.attachment.policy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Forms whose policy is whatever a test wants, signed correctly by the credentials of AWS's
 * published examples.
 */
final class SignedForms {
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  static final String SIGNED =
      """
      {"bucket":"b"},["starts-with","$key","u/"],{"x-amz-algorithm":"AWS4-HMAC-SHA256"},\
      ["starts-with","$x-amz-credential",""],["starts-with","$x-amz-date",""]\
      """;

  private SignedForms() {}

  static PostForm signed(String conditions, Map<String, String> fields) {
    String json =
        "{\"expiration\":\"2026-11-21T08:05:00.000Z\",\"conditions\":[" + conditions + "]}";
    return signedText(
        Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)), fields);
  }

  static PostForm signedText(String policy, Map<String, String> fields) {
    SequencedMap<String, String> form = new LinkedHashMap<>(fields);
    form.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    form.put("x-amz-credential", "AKIAIOSFODNN7EXAMPLE/20261121/us-east-1/s3/aws4_request");
    form.put("x-amz-date", "20261121T080000Z");
    form.put("policy", policy);
    byte[] signature =
        new SigningKeys()
            .key(Samples.AWS_EXAMPLE, AmzDate.dayOf(NOW), Samples.REGION)
            .sign(policy.getBytes(StandardCharsets.UTF_8));
    form.put("x-amz-signature", HexFormat.of().formatHex(signature));
    return PostForm.of("b", form, "x");
  }

  static PostForm without(PostForm form, String name) {
    List<PostForm.Field> fields =
        form.fields().stream().filter(field -> !field.name().equals(name)).toList();
    return new PostForm(form.bucket(), fields, form.fileName());
  }

  static List<PostForm.Field> replaced(PostForm form, String name, String value) {
    List<PostForm.Field> fields = new ArrayList<>(form.fields());
    fields.replaceAll(field -> field.name().equals(name) ? new PostForm.Field(name, value) : field);
    return fields;
  }
}
