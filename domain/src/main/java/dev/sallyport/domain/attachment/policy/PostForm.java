package dev.sallyport.domain.attachment.policy;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A form as it arrived: everything before the part named {@code file}, unchecked.
 *
 * @param bucket that the form was posted to, by its URL
 * @param fields in the order they arrived, without the file, duplicates kept
 * @param fileName what the file part calls its file, possibly with a path; empty when the part has
 *     none
 */
public record PostForm(String bucket, List<Field> fields, Optional<String> fileName) {
  public PostForm {
    fields = List.copyOf(fields);
  }

  /** One field; the name has no case. */
  public record Field(String name, String value) {
    @Override
    public String toString() {
      return "Field[redacted]";
    }
  }

  /** A form without duplicates. */
  public static PostForm of(String bucket, SequencedMap<String, String> fields, String fileName) {
    List<Field> list =
        fields.entrySet().stream()
            .map(field -> new Field(field.getKey(), field.getValue()))
            .toList();
    return new PostForm(bucket, list, Optional.of(fileName));
  }

  @Override
  public String toString() {
    return "PostForm[" + bucket + ", " + fields.size() + " fields redacted]";
  }
}
