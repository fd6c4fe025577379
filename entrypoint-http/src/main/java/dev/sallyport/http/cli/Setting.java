package dev.sallyport.http.cli;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set about a server: the one list that options, variables, their help and
 * the check for misspelt variables are made from.
 *
 * <p>{@code PUBLIC_URL} is the option {@code --public-url} and the variable {@code
 * SALLYPORT_PUBLIC_URL}; the option wins.
 */
enum Setting {
  HOST("ADDRESS", "127.0.0.1", "Address to listen on, as numbers or 'localhost'."),
  PORT("PORT", "8080", "Port to listen on; 0 takes any free one."),
  PUBLIC_URL(
      "URL",
      null,
      "How clients reach this server, such as https://reports.example.org. Every address in an"
          + " answer begins with it; the Host header is never believed. Needed when listening on"
          + " all addresses. Default: made from host and port."),
  USERS(
      "FILE",
      null,
      "File of users, one name:password:role in a line; lines that begin with # are skipped. Its"
          + " mode must be 0600."),
  USER(
      "NAME:PASSWORD:ROLE",
      null,
      "One user; may be given again. The name ends at the first colon, the role follows the last;"
          + " roles are admin, triager, dumps and user, several joined by commas. The option is"
          + " for loopback only, because other people on this machine can read a command line; the"
          + " variable holds one user in a line."),
  STORE_KEYS(
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
      "Most bytes that one client is granted in the span. Default: half of --quarantine-bytes, at"
          + " most 80GiB."),
  QUARANTINE_BYTES(
      "SIZE",
      null,
      "Most bytes granted or waiting to be checked, over all; at most --store-bytes. Default: half"
          + " of --store-bytes, so that what was checked finds room too."),
  STORE_BYTES(
      "SIZE",
      "40GiB",
      "Most bytes of all files on disk, checked or not; uploads that do not fit are told to come"
          + " back later."),
  MAX_PIXELS("N", "50000000", "Most pixels of an image, over all its frames."),
  MAX_TEXT_BYTES("SIZE", "200MiB", "Largest text, JSON or CSV file."),
  CHECK_TIME("TIME", "60s", "How long all checks of one upload may take together."),
  REDACT("on|off", "on", "Removes secrets and personal data from text files."),
  RETAIN_CLEANED("on|off", "off", "Keeps the original of something served, for checking again."),
  RETAIN_REJECTED("on|off", "on", "Keeps the original of something rejected, unreadable."),
  RETENTION("TIME", "30d", "How long originals stay at most; at least a day.");

  /** What every variable begins with. */
  static final String PREFIX = "SALLYPORT_";

  private final String placeholder;
  private final Optional<String> fallback;
  private final String meaning;

  Setting(String placeholder, @Nullable String fallback, String meaning) {
    this.placeholder = placeholder;
    this.fallback = Optional.ofNullable(fallback);
    this.meaning = meaning;
  }

  /** Returns the option, such as {@code --public-url}. */
  String option() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
    return this == USER || this == CORS_ORIGIN || this == TRUSTED_PROXY;
  }
}
