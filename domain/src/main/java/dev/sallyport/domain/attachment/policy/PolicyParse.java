package dev.sallyport.domain.attachment.policy;

/**
 * A policy document read, or why it is none, in the words of S3's {@code InvalidPolicyDocument}.
 */
sealed interface PolicyParse {
  record Parsed(PostPolicy policy) implements PolicyParse {}

  record Malformed(String reason) implements PolicyParse {}
}
