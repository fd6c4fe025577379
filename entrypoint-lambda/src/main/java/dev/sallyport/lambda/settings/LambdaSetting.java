package dev.sallyport.lambda.settings;

/**
 * Everything that functions can be told; the variable of {@code TABLE_PREFIX} is {@code
 * SALLYPORT_TABLE_PREFIX}. Numbers, sizes and times are written as for the server.
 */
enum LambdaSetting {
  VERSION("Names the build in the status; default: development."),
  METRICS_NAMESPACE("Namespace of CloudWatch; default: Sallyport."),
  ISSUER("The iss of every token, such as https://cognito-idp.<region>.amazonaws.com/<pool>."),
  CLIENT_IDS("App clients whose tokens are accepted, separated by commas."),
  AUDIENCES("This deployment's names as a resource server, separated by commas; default: none."),
  JWKS_URL("Where the keys are; default: the issuer's /.well-known/jwks.json."),
  CLIENT_ID("The app client that signs users in."),
  SECRET_ID("Name or ARN of the deployment's entry in Secrets Manager."),
  PAGE_TOKEN_KEY("Without SECRET_ID: key of page tokens, at least 32 bytes in base64."),
  PREVIOUS_PAGE_TOKEN_KEY("Without SECRET_ID: the key before it, which still opens."),
  CLIENT_SECRET("Without SECRET_ID: secret of CLIENT_ID, when it has one."),
  TABLE_PREFIX("What the names of the tables begin with."),
  RESERVE_SHARDS("Items that the quarantine's reserve is spread over; default: 8."),
  QUARANTINE_BUCKET("Bucket that strangers post to."),
  CLEAN_BUCKET("Bucket that triagers read from."),
  ASSETS_BUCKET("Bucket of what everybody may see, behind a CDN."),
  ASSETS_URL("How everybody reaches that bucket, such as https://cdn.example.org."),
  STORE_PUBLIC_URL("Where clients reach a compatible store; default: where functions reach it."),
  PINNING("version or etag: what names an object's content; default: version."),
  POSTED_CHECKSUMS("on or off: the store is proven to check x-amz-checksum-sha256 on a POST."),
  KMS_KEY("Key that forms and clean bytes are encrypted with; default: S3's own (AES256)."),
  SANITIZATION_QUEUE("Address of the queue that S3 announces objects on."),
  SANITIZATION_DEAD_QUEUE("Address of its dead-letter queue."),
  AUDIT_QUEUE("Address of the queue of all events."),
  AUDIT_DEAD_QUEUE("Address of its dead-letter queue."),
  HEAT_MAP_QUEUE("Address of the queue of reports to be counted."),
  HEAT_MAP_DEAD_QUEUE("Address of its dead-letter queue."),
  REPORT_RETENTION("After what time a report is erased with all of it; default: never."),
  SLA_RETENTION("How long an SLA error is kept; default: 90d."),
  HEAT_MAP(
      "Maps on which reports are counted, NAME:MINX,MINY,MAXX,MAXY[:COLUMNSxROWS] each, separated"
          + " by semicolons; default: none."),
  ACTIVITY_QUEUE("Address of the queue of what profiles count."),
  ACTIVITY_DEAD_QUEUE("Address of its dead-letter queue."),
  RENDITIONS_QUEUE("Address of the queue of uploads that may become pictures."),
  RENDITIONS_DEAD_QUEUE("Address of its dead-letter queue."),
  PICTURES_QUEUE("Address of the queue of announced pictures."),
  PICTURES_DEAD_QUEUE("Address of its dead-letter queue."),
  PICTURES_TOPIC("ARN of the topic that announces them; default: straight to their queue."),
  TRACKER_QUEUE("Address of the queue of reports that may become issues."),
  TRACKER_DEAD_QUEUE("Address of its dead-letter queue."),
  TRACKER_URL("Makes issues in the Jira Cloud at this address; default: there is no tracker."),
  TRACKER_USER("Whose account makes issues there."),
  TRACKER_TOKEN("Without SECRET_ID: API token of TRACKER_USER."),
  CORS_ORIGIN("Origins whose pages may call, separated by commas; default: none."),
  MAX_ENCRYPTED("Most encrypted upload forms of one call."),
  MAX_PLAIN("Most plain upload forms of one call."),
  MAX_BYTES("Largest upload."),
  UPLOAD_LIFE("How long an upload form can be used."),
  QUOTA_WINDOW("Span over which a client's uploads are counted."),
  QUOTA_OBJECTS("Most uploads that one client is granted in the span."),
  QUOTA_BYTES("Most bytes that one client is granted in the span."),
  QUARANTINE_BYTES("Most bytes granted or waiting to be checked, over all."),
  MAX_PIXELS("Most pixels of an image, over all its frames."),
  MAX_TEXT_BYTES("Largest text, JSON or CSV file."),
  CHECK_TIME("How long all checks of one upload may take together."),
  ACCEPT("What may pass: types with commas between them; default is all but pdf and office."),
  ARCHIVE_MEMBERS("Most files in an archive, archives in it included."),
  ARCHIVE_BYTES("Most bytes that may come out of an archive."),
  ARCHIVE_RATIO("Most bytes that may come out for each that went in."),
  ARCHIVE_DEPTH("Most archives in one another."),
  CLAMD("Has uploads scanned by the clamd at host:port; default: nothing is scanned."),
  REDACT("on or off: removes secrets and personal data from text files."),
  RETAIN_CLEANED("on or off: keeps the original of something served."),
  RETAIN_REJECTED("on or off: keeps the original of something rejected."),
  RETENTION("How long originals stay at most.");

  /** What every variable begins with. */
  static final String PREFIX = "SALLYPORT_";

  private final String meaning;

  LambdaSetting(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the variable. */
  String variable() {
    return PREFIX + name();
  }

  /** Returns what it does, and its default. */
  String meaning() {
    return meaning;
  }
}
