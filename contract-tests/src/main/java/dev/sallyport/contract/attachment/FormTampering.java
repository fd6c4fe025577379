package dev.sallyport.contract.attachment;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One change of a signed form.
 *
 * @param name says what is changed
 * @param answer of AWS, as its documents and the public record of its answers have it (see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">error
 *     responses</a>)
 * @param change what is done to the fields
 */
record FormTampering(String name, String answer, Consumer<SequencedMap<String, String>> change) {
  private static final String DENIED = "403 AccessDenied";
  private static final String INVALID = "400 InvalidArgument";
  private static final String MISMATCH = "403 SignatureDoesNotMatch";

  /** Every field changed and left out, and fields added that nobody signed. */
  static List<FormTampering> all() {
    List<FormTampering> all = new ArrayList<>();
    all.add(put("key changed", DENIED, "key", "attachments/somebody-elses"));
    all.add(put("type changed", DENIED, "Content-Type", "text/html"));
    all.add(put("encryption changed", DENIED, "x-amz-server-side-encryption", "aws:kms"));
    all.add(put("algorithm changed", INVALID, "x-amz-algorithm", "AWS4-HMAC-SHA1"));
    all.add(change("date changed", DENIED, "x-amz-date", FormTampering::otherSecond));
    all.add(
        replace(
            "access key changed",
            "403 InvalidAccessKeyId",
            "x-amz-credential",
            "^[^/]*",
            "NOBODY"));
    all.add(replace("region changed", INVALID, "x-amz-credential", "us-east-1", "eu-west-1"));
    all.add(replace("service changed", INVALID, "x-amz-credential", "/s3/", "/sqs/"));
    all.add(replace("day changed", INVALID, "x-amz-credential", "/20[0-9]{6}/", "/20200101/"));
    all.add(replace("policy changed", MISMATCH, "policy", "^(.{40}).", "$1_"));
    all.add(replace("policy shortened", MISMATCH, "policy", ".{4}$", ""));
    all.add(change("signature changed", MISMATCH, "x-amz-signature", FormTampering::otherBit));
    for (String name :
        List.of(
            "key",
            "x-amz-algorithm",
            "x-amz-credential",
            "x-amz-date",
            "policy",
            "x-amz-signature")) {
      all.add(removed(name, INVALID));
    }
    all.add(removed("Content-Type", DENIED));
    all.add(removed("x-amz-server-side-encryption", DENIED));
    all.add(put("metadata added", DENIED, "x-amz-meta-a", "b"));
    all.add(put("access list added", DENIED, "acl", "public-read"));
    all.add(put("redirect added", DENIED, "success_action_redirect", "https://evil.example/"));
    all.add(put("status added", DENIED, "success_action_status", "200"));
    all.add(put("storage class added", DENIED, "x-amz-storage-class", "GLACIER"));
    all.add(put("cache control added", DENIED, "Cache-Control", "public"));
    all.add(put("other bucket named", DENIED, "bucket", "another-bucket"));
    all.add(put("session token added", "400 InvalidToken", "x-amz-security-token", "x"));
    return all;
  }

  private static FormTampering put(String what, String answer, String field, String value) {
    return new FormTampering(what, answer, fields -> fields.put(field, value));
  }

  private static FormTampering removed(String field, String answer) {
    return new FormTampering(field + " removed", answer, fields -> fields.remove(field));
  }

  private static FormTampering replace(
      String what, String answer, String field, String pattern, String by) {
    return change(what, answer, field, value -> value.replaceFirst(pattern, by));
  }

  private static FormTampering change(
      String what, String answer, String field, UnaryOperator<String> change) {
    return new FormTampering(
        what, answer, fields -> fields.computeIfPresent(field, (_, value) -> change.apply(value)));
  }

  /** Another time of the same day, such as {@code 20261121T101501Z}. */
  private static String otherSecond(String date) {
    char last = date.charAt(date.length() - 2);
    return date.substring(0, date.length() - 2) + (last == '9' ? '0' : (char) (last + 1)) + 'Z';
  }

  /** Another lowest bit of the last digit. */
  static String otherBit(String hex) {
    int last = Character.digit(hex.charAt(hex.length() - 1), 16) ^ 1;
    return hex.substring(0, hex.length() - 1) + Character.forDigit(last, 16);
  }

  @Override
  public String toString() {
    return name;
  }
}
