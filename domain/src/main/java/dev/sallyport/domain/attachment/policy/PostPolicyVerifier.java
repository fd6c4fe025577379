package dev.sallyport.domain.attachment.policy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Decides about a presigned POST form as S3 does, and in its words.
 *
 * <p>Thread-safe. Order: size, duplicates, needed fields, signer, signature over the policy text as
 * received, policy document, expiration, conditions, fields that no condition names, key. The
 * bucket is private: a form without a signature is refused.
 */
public final class PostPolicyVerifier {
  /**
   * S3's limit on everything before the file,
   * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTForms.html.
   */
  static final int LONGEST_FORM = 20_480;

  static final Duration SKEW = Duration.ofMinutes(15);

  private static final List<String> SIGNATURE_FIELDS =
      List.of("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Signature");

  private final ClaimedSigner signers;

  /** A verifier for buckets in this region. */
  public PostPolicyVerifier(SigningKeys keys, String region) {
    this.signers = new ClaimedSigner(keys, region, S3Error.INVALID_ARGUMENT, "");
  }

  /** Whether the form may write its object now. */
  public PostVerdict verify(PostForm form, CredentialLookup lookup, Instant now) {
    try {
      return accept(form, lookup, now);
    } catch (Refusal refusal) {
      return new PostVerdict.Refused(refusal.error());
    }
  }

  private PostVerdict accept(PostForm form, CredentialLookup lookup, Instant now) throws Refusal {
    SequencedMap<String, String> fields = FormFields.of(form);
    requireSignatureFields(fields);
    String policyText = field(fields, PostFields.POLICY);
    CredentialScope scope = requireSignature(fields, policyText, lookup, now);
    PostPolicy policy = policy(policyText);
    if (!now.isBefore(policy.expiration())) {
      throw new Refusal(
          S3Error.ACCESS_DENIED.withMessage("Invalid according to Policy: Policy expired."));
    }
    PolicyCheck check = new PolicyCheck(policy, form.bucket(), fields);
    check.requireConditions();
    check.requireNoExtraFields(form);
    PolicyCondition.ContentLengthRange range = check.range();
    String key = usableKey(field(fields, PostFields.KEY));
    fields.remove(PostFields.POLICY);
    fields.remove(PostFields.SIGNATURE);
    fields.remove(PostFields.SECURITY_TOKEN);
    return new PostVerdict.Accepted(key, scope.accessKeyId(), range.min(), range.max(), fields);
  }

  private static void requireSignatureFields(SequencedMap<String, String> fields) throws Refusal {
    if (SIGNATURE_FIELDS.stream().noneMatch(name -> fields.containsKey(PostFields.lower(name)))) {
      throw new Refusal(S3Error.ACCESS_DENIED);
    }
    require(fields, "key");
    require(fields, "Policy");
    for (String name : SIGNATURE_FIELDS) {
      require(fields, name);
    }
    if (!field(fields, PostFields.ALGORITHM).equals(PostFields.HMAC_SHA256)) {
      throw new Refusal(
          S3Error.INVALID_ARGUMENT.withMessage(
              "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\""));
    }
  }

  private static void require(SequencedMap<String, String> fields, String name) throws Refusal {
    if (!fields.containsKey(PostFields.lower(name))) {
      throw new Refusal(
          S3Error.INVALID_ARGUMENT.withMessage(
              "Bucket POST must contain a field named '"
                  + name
                  + "'.  If it is specified, please check the order of the fields."));
    }
  }

  private CredentialScope requireSignature(
      SequencedMap<String, String> fields, String policyText, CredentialLookup lookup, Instant now)
      throws Refusal {
    Instant signedAt = signedAt(field(fields, PostFields.DATE), now);
    Optional<String> token = Optional.ofNullable(fields.get(PostFields.SECURITY_TOKEN));
    ClaimedSigner.Claim claim =
        new ClaimedSigner.Claim(field(fields, PostFields.CREDENTIAL), signedAt, token);
    return switch (signers.find(claim, lookup)) {
      case ClaimedSigner.Finding.Unusable(S3Error error) -> throw new Refusal(error);
      case ClaimedSigner.Finding.Known known -> {
        if (!known.signed(
            policyText.getBytes(StandardCharsets.UTF_8), field(fields, PostFields.SIGNATURE))) {
          throw new Refusal(S3Error.SIGNATURE_DOES_NOT_MATCH);
        }
        yield known.scope();
      }
    };
  }

  private static Instant signedAt(String text, Instant now) throws Refusal {
    Instant signedAt =
        AmzDate.parse(text)
            .orElseThrow(() ->
                new Refusal(
                    S3Error.INVALID_ARGUMENT.withMessage(
                        "X-Amz-Date must be formated via ISO8601 Long format")));
    if (signedAt.isAfter(now.plus(SKEW))
        || signedAt.isBefore(now.minus(PostRequest.LONGEST_LIFE))) {
      throw new Refusal(S3Error.REQUEST_TIME_TOO_SKEWED);
    }
    return signedAt;
  }

  private static PostPolicy policy(String policyText) throws Refusal {
    byte[] json;
    try {
      json = Base64.getDecoder().decode(policyText);
    } catch (IllegalArgumentException notBase64) {
      throw new Refusal(
          S3Error.INVALID_POLICY_DOCUMENT.withMessage("Invalid Policy: invalid Base64 encoding."),
          notBase64);
    }
    return switch (PolicyParser.parse(json)) {
      case PolicyParse.Parsed(PostPolicy policy) -> policy;
      case PolicyParse.Malformed(String reason) ->
          throw new Refusal(
              S3Error.INVALID_POLICY_DOCUMENT.withMessage("Invalid Policy: " + reason));
    };
  }

  private static String usableKey(String key) throws Refusal {
    if (key.isEmpty()) {
      throw new Refusal(
          S3Error.INVALID_ARGUMENT.withMessage("User key must have a length greater than 0."));
    }
    if (S3Key.isTooLong(key)) {
      throw new Refusal(S3Error.KEY_TOO_LONG);
    }
    return key;
  }

  private static String field(SequencedMap<String, String> fields, String name) {
    return fields.getOrDefault(name, "");
  }
}
