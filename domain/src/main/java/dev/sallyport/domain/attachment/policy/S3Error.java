package dev.sallyport.domain.attachment.policy;

/**
 * An error answer of S3: the code and status that its documents state, and the message that it
 * sends.
 *
 * <p>Codes and statuses: <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>. A
 * message may quote what a stranger sent, so it has to be escaped where it is written.
 *
 * @param code such as {@code AccessDenied}
 * @param httpStatus 400 to 599
 * @param message in S3's own words
 */
public record S3Error(String code, int httpStatus, String message) {
  public static final S3Error ACCESS_DENIED = new S3Error("AccessDenied", 403, "Access Denied");
  public static final S3Error AUTHORIZATION_QUERY_PARAMETERS =
      new S3Error(
          "AuthorizationQueryParametersError",
          400,
          "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
              + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
  public static final S3Error BAD_DIGEST =
      new S3Error(
          "BadDigest",
          400,
          "The Content-MD5 or checksum value that you specified did not match what the server"
              + " received.");
  public static final S3Error ENTITY_TOO_LARGE =
      new S3Error("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size");
  public static final S3Error ENTITY_TOO_SMALL =
      new S3Error(
          "EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size");
  public static final S3Error EXPIRED_TOKEN =
      new S3Error("ExpiredToken", 400, "The provided token has expired.");
  public static final S3Error INCOMPLETE_BODY =
      new S3Error(
          "IncompleteBody",
          400,
          "You did not provide the number of bytes specified by the Content-Length HTTP header.");
  public static final S3Error INCORRECT_NUMBER_OF_FILES =
      new S3Error(
          "IncorrectNumberOfFilesInPostRequest",
          400,
          "POST requires exactly one file upload per request.");
  public static final S3Error INTERNAL_ERROR =
      new S3Error("InternalError", 500, "We encountered an internal error. Please try again.");
  public static final S3Error INVALID_ACCESS_KEY_ID =
      new S3Error(
          "InvalidAccessKeyId",
          403,
          "The AWS Access Key Id you provided does not exist in our records.");
  public static final S3Error INVALID_ARGUMENT =
      new S3Error("InvalidArgument", 400, "Invalid Argument");
  public static final S3Error INVALID_POLICY_DOCUMENT =
      new S3Error("InvalidPolicyDocument", 400, "Invalid Policy: Invalid JSON.");
  public static final S3Error INVALID_RANGE =
      new S3Error("InvalidRange", 416, "The requested range is not satisfiable");
  public static final S3Error INVALID_REQUEST =
      new S3Error("InvalidRequest", 400, "Invalid Request");
  public static final S3Error INVALID_TOKEN =
      new S3Error("InvalidToken", 400, "The provided token is malformed or otherwise invalid.");
  public static final S3Error INVALID_URI =
      new S3Error("InvalidURI", 400, "Couldn't parse the specified URI.");
  public static final S3Error KEY_TOO_LONG =
      new S3Error("KeyTooLongError", 400, "Your key is too long");
  public static final S3Error MALFORMED_POST =
      new S3Error(
          "MalformedPOSTRequest",
          400,
          "The body of your POST request is not well-formed multipart/form-data.");
  public static final S3Error MAX_POST_PRE_DATA_LENGTH =
      new S3Error(
          "MaxPostPreDataLengthExceeded",
          400,
          "Your POST request fields preceeding the upload file was too large.");
  public static final S3Error METHOD_NOT_ALLOWED =
      new S3Error(
          "MethodNotAllowed", 405, "The specified method is not allowed against this resource.");
  public static final S3Error MISSING_CONTENT_LENGTH =
      new S3Error("MissingContentLength", 411, "You must provide the Content-Length HTTP header.");
  public static final S3Error NOT_IMPLEMENTED =
      new S3Error(
          "NotImplemented",
          501,
          "A header you provided implies functionality that is not implemented");
  public static final S3Error NO_SUCH_BUCKET =
      new S3Error("NoSuchBucket", 404, "The specified bucket does not exist");
  public static final S3Error NO_SUCH_KEY =
      new S3Error("NoSuchKey", 404, "The specified key does not exist.");
  public static final S3Error NO_SUCH_VERSION =
      new S3Error("NoSuchVersion", 404, "The specified version does not exist.");
  public static final S3Error NOT_MULTIPART =
      new S3Error(
          "PreconditionFailed",
          412,
          "At least one of the pre-conditions you specified did not hold");
  public static final S3Error REQUEST_TIME_TOO_SKEWED =
      new S3Error(
          "RequestTimeTooSkewed",
          403,
          "The difference between the request time and the current time is too large.");
  public static final S3Error REQUEST_TIMEOUT =
      new S3Error(
          "RequestTimeout",
          400,
          "Your socket connection to the server was not read from or written to within the timeout"
              + " period.");
  public static final S3Error SLOW_DOWN =
      new S3Error("SlowDown", 503, "Please reduce your request rate.");
  public static final S3Error SIGNATURE_DOES_NOT_MATCH =
      new S3Error(
          "SignatureDoesNotMatch",
          403,
          "The request signature we calculated does not match the signature you provided. Check"
              + " your key and signing method.");
  public static final S3Error USER_KEY_MUST_BE_SPECIFIED =
      new S3Error(
          "UserKeyMustBeSpecified",
          400,
          "The bucket POST request must contain the specified field name. If it is specified, check"
              + " the order of the fields.");
  public static final S3Error CONTENT_SHA256_MISMATCH =
      new S3Error(
          "XAmzContentSHA256Mismatch",
          400,
          "The provided 'x-amz-content-sha256' header does not match what was computed.");

  public S3Error {
    if (code.isEmpty() || httpStatus < 400 || httpStatus > 599) {
      throw new IllegalArgumentException("an error needs a code and a status from 400 to 599");
    }
  }

  /** The same code and status with another of S3's messages. */
  public S3Error withMessage(String other) {
    return new S3Error(code, httpStatus, other);
  }
}
