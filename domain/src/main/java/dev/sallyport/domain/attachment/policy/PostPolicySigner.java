package dev.sallyport.domain.attachment.policy;

import dev.sallyport.domain.attachment.policy.SigningKeys.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Makes presigned POST forms whose policy pins every field exactly, so that none can be added,
 * changed or left out.
 *
 * <p>Thread-safe; a warm signature costs one HMAC. Signature Version 4 signs the base64 text of the
 * policy: <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html">Authenticating
 * requests: browser-based uploads using POST</a>.
 */
public final class PostPolicySigner {
  private final SigningKeys keys;

  public PostPolicySigner(SigningKeys keys) {
    this.keys = keys;
  }

  /** The form for this request, valid from {@code now} for the life that the request states. */
  public PresignedPost sign(PostRequest request, SigningCredentials credentials, Instant now) {
    SigningKey key = keys.key(credentials, AmzDate.dayOf(now), request.region());
    SequencedMap<String, String> fields = objectFields(request);
    fields.put(PostFields.ALGORITHM, PostFields.HMAC_SHA256);
    fields.put(PostFields.CREDENTIAL, key.credential());
    fields.put(PostFields.DATE, AmzDate.format(now));
    credentials.sessionToken().ifPresent(token -> fields.put(PostFields.SECURITY_TOKEN, token));

    Instant expiresAt = now.plus(request.life()).truncatedTo(ChronoUnit.MILLIS);
    String policy = new PostPolicy(expiresAt, conditions(request, fields)).toBase64();
    byte[] signature = key.sign(policy.getBytes(StandardCharsets.ISO_8859_1));
    fields.put(PostFields.POLICY, policy);
    fields.put(PostFields.SIGNATURE, HexFormat.of().formatHex(signature));
    return new PresignedPost(request.url(), fields, expiresAt);
  }

  private static SequencedMap<String, String> objectFields(PostRequest request) {
    SequencedMap<String, String> fields = LinkedHashMap.newLinkedHashMap(16);
    fields.put(PostFields.KEY, request.key());
    request.contentType().ifPresent(type -> fields.put(PostFields.CONTENT_TYPE, type));
    request
        .sha256()
        .ifPresent(sha256 -> {
          fields.put(PostFields.CHECKSUM_ALGORITHM, "SHA256");
          fields.put(PostFields.CHECKSUM_SHA256, sha256);
        });
    switch (request.encryption()) {
      case Encryption.None() -> {}
      case Encryption.Aes256() -> fields.put(PostFields.ENCRYPTION, "AES256");
      case Encryption.Kms(String keyId) -> {
        fields.put(PostFields.ENCRYPTION, "aws:kms");
        fields.put(PostFields.ENCRYPTION_KEY, keyId);
      }
    }
    request.extraFields().forEach(fields::put);
    return fields;
  }

  private static List<PolicyCondition> conditions(
      PostRequest request, SequencedMap<String, String> fields) {
    List<PolicyCondition> conditions = new ArrayList<>(fields.size() + 2);
    conditions.add(new PolicyCondition.Exact(PostFields.BUCKET, request.bucket()));
    fields.forEach((name, value) -> conditions.add(new PolicyCondition.Exact(name, value)));
    conditions.add(new PolicyCondition.ContentLengthRange(request.minBytes(), request.maxBytes()));
    return conditions;
  }
}
