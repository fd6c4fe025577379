package dev.sallyport.domain.attachment.policy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The fields of a form by lower-case name, bounded, each at most once, with {@code ${filename}}
 * replaced.
 */
final class FormFields {
  private static final String FILE_NAME = "${filename}";

  private FormFields() {}

  static SequencedMap<String, String> of(PostForm form) throws Refusal {
    requireBounded(form);
    Optional<String> fileName = form.fileName().map(FormFields::withoutPath);
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (PostForm.Field field : form.fields()) {
      String name = PostFields.lower(field.name());
      if (fields.putIfAbsent(name, expanded(name, field.value(), fileName)) != null) {
        throw new Refusal(
            S3Error.INVALID_ARGUMENT.withMessage(
                "Bucket POST must contain at most one field named '" + name + "'."));
      }
    }
    return fields;
  }

  private static void requireBounded(PostForm form) throws Refusal {
    long bytes = form.fileName().map(FormFields::utf8Length).orElse(0);
    for (PostForm.Field field : form.fields()) {
      bytes += utf8Length(field.name()) + utf8Length(field.value());
      if (bytes > PostPolicyVerifier.LONGEST_FORM) {
        throw new Refusal(S3Error.MAX_POST_PRE_DATA_LENGTH);
      }
    }
  }

  private static int utf8Length(String text) {
    return text.length() > PostPolicyVerifier.LONGEST_FORM
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }

  // S3 replaces the variable in every field; without a file name it leaves the variable as it
  // stands.
  private static String expanded(String name, String value, Optional<String> fileName)
      throws Refusal {
    if (fileName.isEmpty() || name.equals(PostFields.POLICY) || !value.contains(FILE_NAME)) {
      return value;
    }
    if (fileName.get().length() > S3Key.LONGEST) {
      throw new Refusal(S3Error.KEY_TOO_LONG);
    }
    String expanded = value.replace(FILE_NAME, fileName.get());
    if (expanded.length() > PostPolicyVerifier.LONGEST_FORM) {
      throw new Refusal(S3Error.MAX_POST_PRE_DATA_LENGTH);
    }
    return expanded;
  }

  private static String withoutPath(String fileName) {
    return fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  }
}
