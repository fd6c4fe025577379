package dev.sallyport.domain.attachment.policy;

import java.util.HashSet;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds a form against its policy: every condition must be met and every field must be named by
 * one.
 *
 * <p>A condition on a field that the form lacks fails, even a {@code starts-with} of nothing.
 * Several length ranges narrow each other. A policy that does not name its bucket is refused: it
 * would hold for all of the signer's buckets.
 */
final class PolicyCheck {
  private static final String INVALID = "Invalid according to Policy: ";

  private final PostPolicy policy;
  private final String bucket;
  private final SequencedMap<String, String> fields;
  private final Set<String> named = new HashSet<>();

  PolicyCheck(PostPolicy policy, String bucket, SequencedMap<String, String> fields) {
    this.policy = policy;
    this.bucket = bucket;
    this.fields = fields;
  }

  void requireConditions() throws Refusal {
    for (PolicyCondition condition : policy.conditions()) {
      if (!holds(condition)) {
        throw denied("Policy Condition failed: " + PolicyWriter.quote(condition));
      }
    }
    if (!named.contains(PostFields.BUCKET)) {
      throw denied("Policy missing condition: bucket");
    }
    String bucketField = fields.get(PostFields.BUCKET);
    if (bucketField != null && !bucketField.equals(bucket)) {
      throw denied(
          "Policy Condition failed: "
              + PolicyWriter.quote(new PolicyCondition.Exact(PostFields.BUCKET, bucket)));
    }
  }

  void requireNoExtraFields(PostForm form) throws Refusal {
    String extra =
        form.fields().stream()
            .map(PostForm.Field::name)
            .filter(name -> !isNamed(PostFields.lower(name)))
            .collect(Collectors.joining(", "));
    if (!extra.isEmpty()) {
      throw denied("Extra input fields: " + extra);
    }
  }

  PolicyCondition.ContentLengthRange range() throws Refusal {
    long min = 0;
    long max = PostRequest.LARGEST_UPLOAD;
    for (PolicyCondition condition : policy.conditions()) {
      if (condition instanceof PolicyCondition.ContentLengthRange range) {
        min = Math.max(min, range.min());
        max = Math.min(max, range.max());
      }
    }
    if (max < min) {
      throw new Refusal(S3Error.ENTITY_TOO_LARGE);
    }
    return new PolicyCondition.ContentLengthRange(min, max);
  }

  private boolean holds(PolicyCondition condition) {
    return switch (condition) {
      case PolicyCondition.Exact(String field, String value) -> value.equals(valueOf(field));
      case PolicyCondition.StartsWith(String field, String prefix) ->
          startsWith(field, valueOf(field), prefix);
      case PolicyCondition.ContentLengthRange range -> true;
    };
  }

  private @Nullable String valueOf(String field) {
    String name = PostFields.lower(field);
    named.add(name);
    return name.equals(PostFields.BUCKET) ? bucket : fields.get(name);
  }

  // A list of content types passes when each of them does; other values are plain text, commas
  // included.
  private static boolean startsWith(String field, @Nullable String value, String prefix) {
    if (value == null) {
      return false;
    }
    if (!field.equalsIgnoreCase(PostFields.CONTENT_TYPE)) {
      return value.startsWith(prefix);
    }
    for (String type : value.split(",", -1)) {
      if (!type.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNamed(String name) {
    return switch (name) {
      case PostFields.SIGNATURE, PostFields.FILE, PostFields.POLICY -> true;
      default -> name.startsWith(PostFields.IGNORED_PREFIX) || named.contains(name);
    };
  }

  private static Refusal denied(String message) {
    return new Refusal(S3Error.ACCESS_DENIED.withMessage(INVALID + message));
  }
}
