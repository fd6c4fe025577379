package dev.sallyport.http.cli;

import dev.sallyport.clamd.ClamdAddress;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sla.SlaPolicy;
import dev.sallyport.http.AddressRange;
import dev.sallyport.http.RateLimits;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.http.ThreadKind;
import dev.sallyport.http.cli.ServeSettings.Backing;
import dev.sallyport.http.deployment.RecordSettings;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.operations.settings.AreaText;
import dev.sallyport.operations.settings.Mistakes;
import dev.sallyport.operations.settings.Quantity;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turns options, {@code SALLYPORT_} variables and the configuration file into settings, or into the
 * list of everything that is wrong with them. The only class that reads variables; it opens nothing
 * but that file, so that a mistake shows before the first socket is touched.
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

  /** As whom a server is asked. */
  String user() {
    return variables.getOrDefault("SALLYPORT_USER", "admin");
  }

  /** With which password, if there is one. */
  Optional<String> password() {
    return Optional.ofNullable(variables.get("SALLYPORT_PASSWORD"));
  }

  /** The access token to ask a server with instead, if there is one. */
  Optional<String> token() {
    return Optional.ofNullable(variables.get("SALLYPORT_TOKEN"));
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
   * Takes each setting from its option, else its variable, else the file, else its default.
   *
   * @param options the values of each option that was given
   */
  Reading read(Map<Setting, List<String>> options) {
    Mistakes mistakes = new Mistakes();
    ConfigFile file =
        new SettingValues(variables, options, ConfigFile.none(), mistakes)
            .find(Setting.CONFIG, Path::of)
            .map(path -> ConfigFile.read(path, mistakes))
            .orElseGet(ConfigFile::none);
    SettingValues values = new SettingValues(variables, options, file, mistakes);
    values.rejectUnknownVariables();
    ServeSettings settings = settings(values);
    rejectUnsafe(settings, values, mistakes);
    return mistakes.isEmpty() ? new Reading.Valid(settings) : new Reading.Invalid(mistakes.all());
  }

  private static ServeSettings settings(SettingValues values) {
    boolean onServices = values.isGiven(Setting.CONFIG);
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    InetAddress host = values.get(Setting.HOST, WebAddress::listening, loopback);
    int port = values.number(Setting.PORT, 0, MOST_PORT, 8080);
    Optional<URI> publicUrl = values.find(Setting.PUBLIC_URL, WebAddress::origin);
    Backing backing = onServices ? services(values) : embedded(values);
    return new ServeSettings(
        host,
        port,
        publicUrl,
        values
            .find(Setting.MANAGEMENT_PORT, Environment::port)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty),
        values.all(Setting.CORS_ORIGIN, ",", WebAddress::origin),
        server(values),
        PolicyReader.uploads(values, backing.store()),
        PolicyReader.sanitization(values),
        values.find(Setting.CLAMD, ClamdAddress::parse),
        values.number(Setting.WORKERS, 1, 256, Runtime.getRuntime().availableProcessors()),
        records(values),
        backing);
  }

  private static RecordSettings records(SettingValues values) {
    List<MappedArea> areas = values.all(Setting.HEAT_MAP, ";", AreaText::parse);
    return new RecordSettings(
        values.together(Setting.HEAT_MAP.key(), () -> MappedAreas.of(areas), MappedAreas.none()),
        values.get(
            Setting.REPORT_RETENTION,
            text -> new RetentionPolicy(Optional.of(Quantity.time(text))),
            RetentionPolicy.none()),
        values.get(
            Setting.SLA_RETENTION,
            text -> new SlaPolicy(Quantity.time(text)),
            SlaPolicy.defaults()));
  }

  private static Backing embedded(SettingValues values) {
    values.rejectAllOf(
        EnumSet.of(Setting.Way.ON_SERVICES, Setting.Way.SECRET), "only with --config FILE");
    return new Backing.Embedded(
        values.find(Setting.USERS, Path::of),
        values.all(Setting.USER, "\n", UserLine::parse),
        values.find(Setting.STORE_KEYS, Path::of),
        values.get(Setting.STORE_BYTES, Quantity::size, InMemoryStorageConfig.DEFAULT_DISK_BUDGET));
  }

  private static Backing services(SettingValues values) {
    values.rejectAllOf(EnumSet.of(Setting.Way.EMBEDDED), "only without --config");
    return new Backing.OnServices(new ServicesReader(values).read());
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

  private static int port(String text) {
    return (int) Quantity.number(text, 0, MOST_PORT);
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
}
