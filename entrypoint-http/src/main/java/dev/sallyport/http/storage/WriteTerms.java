package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.S3Error;
import dev.sallyport.inmemory.storage.ObjectUpload;
import dev.sallyport.inmemory.storage.ObjectVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a writer says of its object, in the fields of a form or in headers, which have the same
 * names: type, encryption, checksum. Whatever S3 would act on and this store cannot is {@code
 * NotImplemented}, never ignored.
 *
 * @param attributes to store
 * @param sha256 base64 of what the bytes must digest to
 */
record WriteTerms(ObjectVersion.Attributes attributes, Optional<String> sha256) {
  private static final String CHECKSUM = "x-amz-checksum-sha256";
  private static final String ENCRYPTION = "x-amz-server-side-encryption";
  private static final Set<String> ALGORITHMS =
      Set.of("x-amz-checksum-algorithm", "x-amz-sdk-checksum-algorithm");
  private static final Set<String> KNOWN =
      Set.of(
          CHECKSUM,
          ENCRYPTION,
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-content-sha256",
          "x-amz-user-agent");
  private static final Set<String> UNKNOWN =
      Set.of(
          "acl",
          "cache-control",
          "content-disposition",
          "content-encoding",
          "content-language",
          "expires",
          "if-match",
          "if-none-match",
          "tagging");
  private static final Pattern SHA256 = Pattern.compile("[A-Za-z0-9+/]{43}=");
  private static final S3Error INVALID_ENCRYPTION =
      new S3Error(
          "InvalidEncryptionAlgorithmError",
          400,
          "The encryption request that you specified is not valid. The valid value is AES256.");

  /**
   * Reads fields or headers.
   *
   * @param named by lower-case name
   */
  static WriteTerms of(Map<String, String> named) {
    named.forEach(WriteTerms::requireImplemented);
    String type = named.getOrDefault("content-type", ObjectVersion.Attributes.NO_TYPE);
    if (!ObjectVersion.Attributes.isContentType(type)) {
      throw new S3Refusal(S3Error.INVALID_ARGUMENT.withMessage("Invalid content type"));
    }
    Optional<String> sha256 = Optional.ofNullable(named.get(CHECKSUM));
    if (sha256.isPresent() && !SHA256.matcher(sha256.get()).matches()) {
      throw new S3Refusal(
          S3Error.INVALID_REQUEST.withMessage(
              "Value for x-amz-checksum-sha256 header is invalid."));
    }
    return new WriteTerms(new ObjectVersion.Attributes(type, isEncrypted(named)), sha256);
  }

  /** Holds what arrived against the checksum. */
  void check(ObjectUpload.Received received) {
    if (sha256.isPresent() && !sha256.get().equals(received.sha256().base64())) {
      throw new S3Refusal(S3Error.BAD_DIGEST);
    }
  }

  private static void requireImplemented(String name, String value) {
    boolean implemented =
        ALGORITHMS.contains(name)
            ? value.equalsIgnoreCase("SHA256")
            : KNOWN.contains(name) || !(name.startsWith("x-amz-") || UNKNOWN.contains(name));
    if (!implemented) {
      throw new S3Refusal(S3Error.NOT_IMPLEMENTED);
    }
  }

  private static boolean isEncrypted(Map<String, String> named) {
    String encryption = named.get(ENCRYPTION);
    if (encryption == null) {
      return false;
    }
    return switch (encryption) {
      case "AES256" -> true;
      case "aws:kms", "aws:kms:dsse" -> throw new S3Refusal(S3Error.NOT_IMPLEMENTED);
      default -> throw new S3Refusal(INVALID_ENCRYPTION);
    };
  }
}
