package dev.sallyport.http.cli;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.http.AddressRange;
import dev.sallyport.http.RateLimits;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.http.ThreadKind;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.operations.settings.Mistakes;
import dev.sallyport.operations.settings.Quantity;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns options and {@code SALLYPORT_} variables into settings, or into the list of everything that
 * is wrong with them. The only class that reads variables; it does nothing else, so that a mistake
 * shows before the first file or socket is touched.
 */
final class Environment {
  private static final int MOST_PORT = 65_535;

  private final Map<String, String> variables;

  Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The variables of this process. */
  static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /** What became of {@link #read}. */
  sealed interface Reading {
    /** Everything is in order. */
    record Valid(ServeSettings settings) implements Reading {}

    /** Nothing may start; each line names what to change. */
    record Invalid(List<String> mistakes) implements Reading {
      /** Copies the list. */
      public Invalid {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /**
   * Takes each setting from its option, else its variable, else its default.
   *
   * @param options the values of each option that was given
   */
  Reading read(Map<Setting, List<String>> options) {
    Mistakes mistakes = new Mistakes();
    SettingValues values = new SettingValues(variables, options, mistakes);
    values.rejectUnknownVariables();
    ServeSettings settings = settings(values);
    rejectUnsafe(settings, values, mistakes);
    return mistakes.isEmpty() ? new Reading.Valid(settings) : new Reading.Invalid(mistakes.all());
  }

  private static ServeSettings settings(SettingValues values) {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    DataSize store =
        values.get(Setting.STORE_BYTES, Quantity::size, InMemoryStorageConfig.DEFAULT_DISK_BUDGET);
    return new ServeSettings(
        values.get(Setting.HOST, WebAddress::listening, loopback),
        values.number(Setting.PORT, 0, MOST_PORT, 8080),
        values.find(Setting.PUBLIC_URL, WebAddress::origin),
        values.find(Setting.USERS, Path::of),
        values.all(Setting.USER, "\n", UserLine::parse),
        values.find(Setting.STORE_KEYS, Path::of),
        values
            .find(Setting.MANAGEMENT_PORT, Environment::port)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty),
        values.all(Setting.CORS_ORIGIN, ",", WebAddress::origin),
        server(values),
        uploads(values, store),
        store,
        sanitization(values),
        values.number(Setting.WORKERS, 1, 256, Runtime.getRuntime().availableProcessors()));
  }

  private static void rejectUnsafe(
      ServeSettings settings, SettingValues values, Mistakes mistakes) {
    boolean urlIsUnknown = values.find(Setting.PUBLIC_URL, text -> text).isEmpty();
    if (settings.host().isAnyLocalAddress() && urlIsUnknown) {
      mistakes.add(
          "--public-url: needed when listening on all addresses, because clients must be told"
              + " where to post");
    }
    if (!settings.host().isLoopbackAddress() && values.hasOption(Setting.USER)) {
      mistakes.add(
          "--user: only while listening on loopback; use --users FILE or SALLYPORT_USER_LIST");
    }
  }

  private static ServerSettings server(SettingValues values) {
    ServerSettings rest = ServerSettings.defaults();
    return new ServerSettings(
        values.get(Setting.THREADS, Environment::threads, rest.threads()),
        values.get(Setting.RATE_LIMIT, Environment::rate, rest.rateLimits()),
        values.all(Setting.TRUSTED_PROXY, ",", AddressRange::parse),
        rest.limits(),
        rest.stopTime());
  }

  private static DataSize fitting(DataSize quarantine, DataSize store) {
    if (quarantine.exceeds(store)) {
      throw new IllegalArgumentException("more than --store-bytes, which all files have to fit in");
    }
    return quarantine;
  }

  private static DataSize half(DataSize size) {
    return DataSize.ofBytes(size.bytes() / 2);
  }

  private static UploadPolicy uploads(SettingValues values, DataSize store) {
    UploadPolicy rest = UploadPolicy.defaults();
    int encrypted =
        values.number(
            Setting.MAX_ENCRYPTED, 0, UploadPolicy.MOST_FORMS_PER_CALL, rest.maxEncrypted());
    int plain =
        values.number(Setting.MAX_PLAIN, 0, UploadPolicy.MOST_FORMS_PER_CALL, rest.maxPlain());
    var life = values.get(Setting.UPLOAD_LIFE, Quantity::time, rest.life());
    var bytes = values.get(Setting.MAX_BYTES, Quantity::size, rest.maxBytes());
    var window = values.get(Setting.QUOTA_WINDOW, Quantity::time, rest.quotaWindow());
    long objects = values.get(Setting.QUOTA_OBJECTS, Environment::count, rest.quotaObjects());
    var asked = values.get(Setting.QUARANTINE_BYTES, Quantity::size, half(store));
    var quarantine =
        values.together(
            Setting.QUARANTINE_BYTES.option(), () -> fitting(asked, store), half(store));
    var share = Collections.max(List.of(bytes, half(quarantine)));
    var quota =
        values.get(
            Setting.QUOTA_BYTES,
            Quantity::size,
            Collections.min(List.of(share, rest.quotaBytes())));
    return values.together(
        "upload limits",
        () ->
            new UploadPolicy(
                encrypted,
                plain,
                life,
                bytes,
                rest.encryption(),
                window,
                objects,
                quota,
                quarantine),
        rest);
  }

  private static SanitizationPolicy sanitization(SettingValues values) {
    SanitizationPolicy rest = SanitizationPolicy.defaults();
    long pixels = values.get(Setting.MAX_PIXELS, Environment::count, rest.maxPixels());
    var text = values.get(Setting.MAX_TEXT_BYTES, Quantity::size, rest.maxTextBytes());
    var time = values.get(Setting.CHECK_TIME, Quantity::time, rest.deadline());
    boolean redact = values.get(Setting.REDACT, Environment::onOrOff, rest.redactText());
    boolean cleaned =
        values.get(Setting.RETAIN_CLEANED, Environment::onOrOff, rest.retainCleaned());
    boolean rejected =
        values.get(Setting.RETAIN_REJECTED, Environment::onOrOff, rest.retainRejected());
    var retention = values.get(Setting.RETENTION, Quantity::time, rest.retention());
    return values.together(
        "checks",
        () ->
            new SanitizationPolicy(
                rest.accepted(),
                pixels,
                text,
                rest.maxJsonDepth(),
                rest.maxChunkBytes(),
                redact,
                time,
                rest.maxAttempts(),
                rest.maxWait(),
                cleaned,
                rejected,
                retention),
        rest);
  }

  private static int port(String text) {
    return (int) Quantity.number(text, 0, MOST_PORT);
  }

  private static long count(String text) {
    return Quantity.number(text, 1, 1L << 40);
  }

  private static ThreadKind threads(String text) {
    return switch (text) {
      case "virtual" -> ThreadKind.VIRTUAL;
      case "platform" -> ThreadKind.PLATFORM;
      default -> throw new IllegalArgumentException("neither virtual nor platform");
    };
  }

  private static Optional<RateLimits> rate(String text) {
    return text.equals("off")
        ? Optional.empty()
        : Optional.of(RateLimits.of(Quantity.number(text, 1, 1_000_000)));
  }

  private static boolean onOrOff(String text) {
    return switch (text) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException("neither on nor off");
    };
  }
}
