package dev.sallyport.http.cli;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set about a server: the one list that options, variables, lines of the
 * configuration file, their help and the check for misspelt ones are made from.
 *
 * <p>{@code PUBLIC_URL} is the option {@code --public-url}, the variable {@code
 * SALLYPORT_PUBLIC_URL} and the line {@code public-url=...}; the option wins over the variable, and
 * that over the line. A secret has no option, because other people on a machine can read command
 * lines.
 */
enum Setting {
  CONFIG(
      "FILE",
      null,
      "Serves on S3-, SQS-, DynamoDB- and Cognito-compatible services, as this file says: one"
          + " name=value in a line, with the names below. Without it everything is held in"
          + " memory."),
  HOST("ADDRESS", "127.0.0.1", "Address to listen on, as numbers or 'localhost'."),
  PORT("PORT", "8080", "Port to listen on; 0 takes any free one."),
  PUBLIC_URL(
      "URL",
      null,
      "How clients reach this server, such as https://reports.example.org. Every address in an"
          + " answer begins with it; the Host header is never believed. Needed when listening on"
          + " all addresses. Default: made from host and port."),
  USERS(
      Way.EMBEDDED,
      "FILE",
      null,
      "File of users, one name:password:role in a line; lines that begin with # are skipped. Its"
          + " mode must be 0600."),
  USER(
      Way.EMBEDDED,
      "NAME:PASSWORD:ROLE",
      null,
      "One user; may be given again. The name ends at the first colon, the role follows the last;"
          + " roles are admin, triager, dumps and user, several joined by commas. The option is"
          + " for loopback only, because other people on this machine can read a command line; the"
          + " variable holds one user in a line."),
  STORE_KEYS(
      Way.EMBEDDED,
      "FILE",
      null,
      "Writes where and with which key S3 tools may post to quarantine, as JSON with mode 0600. The"
          + " key is new at each start."),
  MANAGEMENT_PORT(
      "PORT",
      null,
      "Serves /metrics without a login on this loopback port. Without it /metrics is for admins on"
          + " the main port."),
  CORS_ORIGIN(
      "ORIGIN",
      null,
      "Origin whose pages may call this server, such as https://app.example.org; may be given"
          + " again (variable: separated by commas). Default: none."),
  TRUSTED_PROXY(
      "CIDR",
      null,
      "Network of reverse proxies whose X-Forwarded-For is believed, such as 10.0.0.0/8; may be"
          + " given again (variable: separated by commas). Default: none."),
  THREADS("KIND", "virtual", "What handles requests: virtual or platform threads."),
  RATE_LIMIT(
      "N|off",
      "50",
      "Requests a second that one client address (IPv6: one /64) may send for long; it may burst to"
          + " four times as many. Sign-ins are limited to 30 a minute besides."),
  WORKERS("N", null, "Attachments that are checked at once. Default: one for each processor."),
  MAX_ENCRYPTED("N", "20", "Most encrypted upload forms of one call."),
  MAX_PLAIN("N", "20", "Most plain upload forms of one call."),
  MAX_BYTES("SIZE", "200MiB", "Largest upload."),
  UPLOAD_LIFE("TIME", "300s", "How long an upload form can be used."),
  QUOTA_WINDOW("TIME", "1h", "Span over which a client's uploads are counted."),
  QUOTA_OBJECTS("N", "400", "Most uploads that one client is granted in the span."),
  QUOTA_BYTES(
      "SIZE",
      null,
      "Most bytes that one client is granted in the span. Default: half of quarantine-bytes, at"
          + " most 80GiB."),
  QUARANTINE_BYTES(
      "SIZE",
      null,
      "Most bytes granted or waiting to be checked, over all. Default: half of --store-bytes, which"
          + " it may not exceed, so that what was checked finds room too; 160GiB on services."),
  STORE_BYTES(
      Way.EMBEDDED,
      "SIZE",
      "40GiB",
      "Most bytes of all files on disk, checked or not; uploads that do not fit are told to come"
          + " back later."),
  MAX_PIXELS("N", "50000000", "Most pixels of an image, over all its frames."),
  MAX_TEXT_BYTES("SIZE", "200MiB", "Largest text, JSON or CSV file."),
  CHECK_TIME("TIME", "60s", "How long all checks of one upload may take together."),
  ACCEPT(
      "TYPES",
      "default",
      "What may pass: types with commas between them; default is all but pdf, office."),
  ARCHIVE_MEMBERS("N", "1000", "Most files in an archive, archives in it included."),
  ARCHIVE_BYTES("SIZE", "400MiB", "Most bytes that may come out of an archive."),
  ARCHIVE_RATIO("N", "100", "Most bytes that may come out for each that went in."),
  ARCHIVE_DEPTH("N", "3", "Most archives in one another."),
  CLAMD(
      "ADDRESS",
      null,
      "Has uploads scanned by the clamd at host:port or unix:/path. Its StreamMaxLength,"
          + " MaxFileSize and MaxScanSize must reach max-bytes and archive-bytes, and"
          + " AlertExceedsMax be yes. While it does not answer, uploads wait. Default: nothing is"
          + " scanned."),
  REDACT("on|off", "on", "Removes secrets and personal data from text files."),
  RETAIN_CLEANED("on|off", "off", "Keeps the original of something served, for checking again."),
  RETAIN_REJECTED("on|off", "on", "Keeps the original of something rejected, unreadable."),
  RETENTION("TIME", "30d", "How long originals stay at most; at least a day."),
  REPORT_RETENTION(
      "TIME",
      null,
      "After what time a report is erased with everything that belongs to it, such as 365d; at"
          + " least a day. Default: never."),
  SLA_RETENTION(
      "TIME", "90d", "How long an SLA error is kept after its acceptance; at least a day."),
  HEAT_MAP(
      "AREA",
      null,
      "Counts where on a map reports come from: NAME:MINX,MINY,MAXX,MAXY, and :COLUMNSxROWS behind"
          + " it for others than 64x64 bins, at most 256x256; may be given again (variable:"
          + " separated by semicolons). Default: none."),
  REGION(Way.ON_SERVICES, "NAME", null, "Region of all services, such as eu-central-1. Needed."),
  ACCESS_KEY_ID(
      Way.ON_SERVICES,
      "ID",
      null,
      "Key of a compatible server. Default: what the SDK finds, in AWS the role of the task."),
  SECRET_ACCESS_KEY(Way.SECRET, "SECRET", null, "The secret of access-key-id."),
  S3_ENDPOINT(Way.ON_SERVICES, "URL", null, "Address of S3. Default: Amazon's."),
  S3_PUBLIC_ENDPOINT(
      Way.ON_SERVICES,
      "URL",
      null,
      "Address of S3 for clients, when they reach it by another one than this server does."),
  SQS_ENDPOINT(Way.ON_SERVICES, "URL", null, "Address of SQS. Default: Amazon's."),
  DYNAMODB_ENDPOINT(Way.ON_SERVICES, "URL", null, "Address of DynamoDB. Default: Amazon's."),
  COGNITO_ENDPOINT(Way.ON_SERVICES, "URL", null, "Address of Cognito. Default: Amazon's."),
  SNS_ENDPOINT(Way.ON_SERVICES, "URL", null, "Address of SNS. Default: Amazon's."),
  SECRETS_ENDPOINT(Way.ON_SERVICES, "URL", null, "Address of Secrets Manager. Default: Amazon's."),
  QUARANTINE_BUCKET(Way.ON_SERVICES, "NAME", null, "Bucket that strangers post to. Needed."),
  CLEAN_BUCKET(Way.ON_SERVICES, "NAME", null, "Bucket that triagers read from. Needed."),
  ASSETS_BUCKET(
      Way.ON_SERVICES, "NAME", null, "Bucket of what everybody may see, behind a CDN. Needed."),
  ASSETS_URL(
      Way.ON_SERVICES,
      "URL",
      null,
      "How everybody reaches the assets bucket, such as https://cdn.example.org: the addresses of"
          + " pictures begin with it. Needed."),
  OBJECT_PINNING(
      Way.ON_SERVICES,
      "KIND",
      "version",
      "What tells contents of one key in quarantine apart: version, or etag for servers that keep"
          + " no versions."),
  KMS_KEY(
      Way.ON_SERVICES,
      "ID",
      null,
      "Key that encrypted forms demand and clean objects get. Default: AES256 for forms, the"
          + " bucket's own choice for clean objects."),
  SANITIZATION_QUEUE(
      Way.ON_SERVICES, "URL", null, "Queue to which S3 announces what arrives. Needed."),
  SANITIZATION_DEAD_QUEUE(Way.ON_SERVICES, "URL", null, "Its dead-letter queue. Needed."),
  AUDIT_QUEUE(Way.ON_SERVICES, "URL", null, "Queue of all events. Needed."),
  AUDIT_DEAD_QUEUE(Way.ON_SERVICES, "URL", null, "Its dead-letter queue. Needed."),
  RENDITIONS_QUEUE(
      Way.ON_SERVICES, "URL", null, "Queue of verdicts, from which pictures are made. Needed."),
  RENDITIONS_DEAD_QUEUE(Way.ON_SERVICES, "URL", null, "Its dead-letter queue. Needed."),
  HEAT_MAP_QUEUE(Way.ON_SERVICES, "URL", null, "Queue of reports to be counted. Needed."),
  HEAT_MAP_DEAD_QUEUE(Way.ON_SERVICES, "URL", null, "Its dead-letter queue. Needed."),
  ACTIVITY_QUEUE(Way.ON_SERVICES, "URL", null, "Queue of what profiles count. Needed."),
  ACTIVITY_DEAD_QUEUE(Way.ON_SERVICES, "URL", null, "Its dead-letter queue. Needed."),
  TRACKER_QUEUE(Way.ON_SERVICES, "URL", null, "Queue of reports that may become issues. Needed."),
  TRACKER_DEAD_QUEUE(Way.ON_SERVICES, "URL", null, "Its dead-letter queue. Needed."),
  PICTURES_QUEUE(Way.ON_SERVICES, "URL", null, "Queue of announced pictures. Needed."),
  PICTURES_DEAD_QUEUE(Way.ON_SERVICES, "URL", null, "Its dead-letter queue. Needed."),
  PICTURES_TOPIC(
      Way.ON_SERVICES,
      "ARN",
      null,
      "Topic that pictures are announced on; without one, straight on their queue."),
  TABLE_PREFIX(Way.ON_SERVICES, "TEXT", null, "What the names of the tables begin with. Needed."),
  CREATE_TABLES(
      Way.ON_SERVICES,
      "on|off",
      "off",
      "Creates tables that are missing, for development; elsewhere a template does that."),
  RESERVE_SHARDS(Way.ON_SERVICES, "N", "8", "Items over which the quarantine's reserve is spread."),
  USER_POOL_ID(
      Way.ON_SERVICES,
      "ID",
      null,
      "User pool, such as eu-central-1_a1B2c3. Needed without issuer."),
  CLIENT_ID(
      Way.ON_SERVICES,
      "ID",
      null,
      "App client that signs users in and whose tokens are accepted. Needed."),
  TRACKER_URL(
      Way.ON_SERVICES,
      "URL",
      null,
      "Makes issues of reports in the Jira Cloud at this address, such as"
          + " https://example.atlassian.net. Default: there is no tracker."),
  TRACKER_USER(Way.ON_SERVICES, "ADDRESS", null, "Whose account makes issues there."),
  TRACKER_TOKEN(Way.SECRET, "TOKEN", null, "API token of that account."),
  CLIENT_SECRET(Way.SECRET, "SECRET", null, "Secret of client-id, when it has one."),
  ISSUER(
      Way.ON_SERVICES,
      "URL",
      null,
      "The iss of every token; its keys are at .well-known/jwks.json below. Default: the user"
          + " pool's at Amazon."),
  SECRET_ID(
      Way.ON_SERVICES,
      "NAME",
      null,
      "Entry of Secrets Manager that holds pageTokenKey and cognitoClientSecret. Needed without"
          + " page-token-key."),
  PAGE_TOKEN_KEY(Way.SECRET, "BASE64", null, "Key that seals page tokens, at least 32 bytes."),
  PREVIOUS_PAGE_TOKEN_KEY(
      Way.SECRET, "BASE64", null, "The key before it, which still opens tokens.");

  /** What every variable begins with. */
  static final String PREFIX = "SALLYPORT_";

  private final Way way;
  private final String placeholder;
  private final Optional<String> fallback;
  private final String meaning;

  Setting(String placeholder, @Nullable String fallback, String meaning) {
    this(Way.EVERY, placeholder, fallback, meaning);
  }

  Setting(Way way, String placeholder, @Nullable String fallback, String meaning) {
    this.way = way;
    this.placeholder = placeholder;
    this.fallback = Optional.ofNullable(fallback);
    this.meaning = meaning;
  }

  /** Which deployments a setting is for. */
  enum Way {
    /** All of them. */
    EVERY,
    /** The one that holds everything in memory. */
    EMBEDDED,
    /** Those on services. */
    ON_SERVICES,
    /** Those on services, and not to be shown to anybody. */
    SECRET
  }

  /** Returns which deployments it is for. */
  Way way() {
    return way;
  }

  /** Tells whether nobody but the server may know it. */
  boolean isSecret() {
    return way == Way.SECRET;
  }

  /** Returns its name in a configuration file, such as {@code public-url}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the option, such as {@code --public-url}; nobody may give one for a secret. */
  String option() {
    return "--" + key();
  }

  /** Returns the variable, such as {@code SALLYPORT_PUBLIC_URL}. */
  String variable() {
    return PREFIX + (this == USER ? "USER_LIST" : name());
  }

  /** Returns what stands for the value in help texts. */
  String placeholder() {
    return placeholder;
  }

  /** Returns the value that holds when nobody sets one. */
  Optional<String> fallback() {
    return fallback;
  }

  /** Returns what it does, and its default. */
  String help() {
    return fallback.map(value -> meaning + " Default: " + value + ".").orElse(meaning);
  }

  /** Tells whether it may be given more than once. */
  boolean isRepeatable() {
    return this == USER || this == HEAT_MAP || this == CORS_ORIGIN || this == TRUSTED_PROXY;
  }
}
