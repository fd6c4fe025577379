package dev.sallyport.http.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.clamd.ClamdAddress;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.sla.SlaPolicy;
import dev.sallyport.http.AddressRange;
import dev.sallyport.http.RateLimits;
import dev.sallyport.http.ServerSettings;
import dev.sallyport.http.ThreadKind;
import dev.sallyport.http.cli.Environment.Reading;
import dev.sallyport.http.cli.ServeSettings.Backing;
import dev.sallyport.http.deployment.RecordSettings;
import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.settings.AreaText;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  private final Map<String, String> variables = new HashMap<>();
  private final Map<Setting, List<String>> options = new EnumMap<>(Setting.class);

  @Test
  void nothingSetMeansLoopbackAndTheDefaultsOfTheDomain() {
    ServeSettings settings = valid();
    assertThat(settings.host().getHostAddress()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.publicUrl()).isEmpty();
    assertThat(embedded(settings).users()).isEmpty();
    assertThat(settings.server()).isEqualTo(ServerSettings.defaults());
    assertThat(settings.uploads().maxBytes()).isEqualTo(UploadPolicy.defaults().maxBytes());
    assertThat(settings.sanitization()).isEqualTo(SanitizationPolicy.defaults());
    assertThat(settings.workers()).isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void theQuarantineIsHalfOfTheStoreAndOneClientHasHalfOfThat() {
    assertThat(sizes()).containsExactly(40L << 30, 20L << 30, 10L << 30);
    options.put(Setting.STORE_BYTES, List.of("2GiB"));
    assertThat(sizes()).containsExactly(2L << 30, 1L << 30, 1L << 29);
    options.put(Setting.QUARANTINE_BYTES, List.of("300MiB"));
    // One file has to fit, however small the share.
    assertThat(sizes()).containsExactly(2L << 30, 300L << 20, 200L << 20);
    options.put(Setting.STORE_BYTES, List.of("4000GiB"));
    options.put(Setting.QUARANTINE_BYTES, List.of("4000GiB"));
    assertThat(sizes()).containsExactly(4000L << 30, 4000L << 30, 80L << 30);
  }

  @Test
  void theDefaultsHoldOneCallAtItsLargest() {
    UploadPolicy uploads = valid().uploads();
    long call = (uploads.maxEncrypted() + uploads.maxPlain()) * uploads.maxBytes().bytes();
    assertThat(uploads.quotaBytes().bytes()).isGreaterThanOrEqualTo(call);
  }

  @Test
  void theQuarantineHasToFitIntoTheStore() {
    options.put(Setting.STORE_BYTES, List.of("1GiB"));
    options.put(Setting.QUARANTINE_BYTES, List.of("2GiB"));
    assertThat(mistakes())
        .containsExactly(
            "--quarantine-bytes: more than --store-bytes, which all files have to fit in");
  }

  @Test
  void aScannerIsAtAnAddressOrThereIsNone() {
    assertThat(valid().deployment(8080).clamd()).isEmpty();
    options.put(Setting.CLAMD, List.of("scanner"));
    assertThat(mistakes()).singleElement().asString().startsWith("--clamd");
    options.clear();
    variables.put("SALLYPORT_CLAMD", "scanner:3310");
    assertThat(valid().clamd()).contains(new ClamdAddress.Tcp("scanner", 3310));
  }

  private List<Long> sizes() {
    ServeSettings settings = valid();
    return List.of(
        embedded(settings).storeBytes().bytes(),
        settings.uploads().quarantineBytes().bytes(),
        settings.uploads().quotaBytes().bytes());
  }

  @Test
  void defaultsInTheHelpAreThoseThatHold() {
    for (Setting setting : Setting.values()) {
      setting.fallback().ifPresent(text -> options.put(setting, List.of(text)));
    }
    options.keySet().removeIf(setting -> setting.way() == Setting.Way.ON_SERVICES);
    ServeSettings written = valid();
    options.clear();
    assertThat(written).isEqualTo(valid());
  }

  @Test
  void everySettingArrives() {
    options.put(Setting.HOST, List.of("0.0.0.0"));
    options.put(Setting.PORT, List.of("0"));
    options.put(Setting.PUBLIC_URL, List.of("https://Reports.example.org/"));
    options.put(Setting.USERS, List.of("/etc/users"));
    options.put(Setting.STORE_KEYS, List.of("keys.json"));
    options.put(Setting.MANAGEMENT_PORT, List.of("9100"));
    options.put(Setting.CORS_ORIGIN, List.of("https://a.example", "http://localhost:3000"));
    options.put(Setting.TRUSTED_PROXY, List.of("10.0.0.0/8", "fd00::/8"));
    options.put(Setting.THREADS, List.of("platform"));
    options.put(Setting.RATE_LIMIT, List.of("7"));
    options.put(Setting.MAX_BYTES, List.of("1MiB"));
    options.put(Setting.UPLOAD_LIFE, List.of("90s"));
    options.put(Setting.MAX_PIXELS, List.of("1000000"));
    options.put(Setting.RETENTION, List.of("2d"));
    options.put(Setting.REPORT_RETENTION, List.of("365d"));
    options.put(Setting.SLA_RETENTION, List.of("30d"));
    options.put(Setting.HEAT_MAP, List.of("arena:-100,-100,100,100:8x8"));
    options.put(Setting.CLAMD, List.of("unix:/run/clamav/clamd.ctl"));
    ServeSettings settings = valid();
    assertThat(settings.clamd()).contains(new ClamdAddress.Unix(Path.of("/run/clamav/clamd.ctl")));
    assertThat(settings.deployment(8080).clamd().orElseThrow().largestStream())
        .isEqualTo(settings.sanitization().archives().maxBytes());
    assertThat(settings.publicUrl()).contains(URI.create("https://reports.example.org"));
    assertThat(embedded(settings).usersFile()).contains(Path.of("/etc/users"));
    assertThat(embedded(settings).storeKeys()).contains(Path.of("keys.json"));
    assertThat(settings.managementPort()).hasValue(9100);
    assertThat(settings.corsOrigins())
        .containsExactly(URI.create("https://a.example"), URI.create("http://localhost:3000"));
    assertThat(settings.server().trustedProxies())
        .containsExactly(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("fd00::/8"));
    assertThat(settings.server().threads()).isEqualTo(ThreadKind.PLATFORM);
    assertThat(settings.server().rateLimits()).contains(RateLimits.of(7));
    assertThat(settings.uploads().maxBytes()).isEqualTo(DataSize.ofMebibytes(1));
    assertThat(settings.uploads().life()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.sanitization().maxPixels()).isEqualTo(1_000_000);
    assertThat(settings.sanitization().retention()).isEqualTo(Duration.ofDays(2));
    RecordSettings records = settings.deployment(8080).records();
    assertThat(records.retention())
        .isEqualTo(new RetentionPolicy(Optional.of(Duration.ofDays(365))));
    assertThat(records.slaErrors()).isEqualTo(new SlaPolicy(Duration.ofDays(30)));
    assertThat(records.areas())
        .isEqualTo(MappedAreas.of(List.of(AreaText.parse("arena:-100,-100,100,100:8x8"))));
  }

  @Test
  void anOptionWinsOverItsVariable() {
    variables.put("SALLYPORT_PORT", "81");
    variables.put("SALLYPORT_RATE_LIMIT", "off");
    options.put(Setting.PORT, List.of("82"));
    ServeSettings settings = valid();
    assertThat(settings.port()).isEqualTo(82);
    assertThat(settings.server().rateLimits()).isEqualTo(Optional.empty());
  }

  @Test
  void allMistakesAreReportedTogetherAndInOrder() {
    variables.put("SALLYPORT_PROT", "80");
    variables.put("SALLYPORT_TRUSTED_PROXY", "10.0.0.0/8,10.0.0.0/99");
    options.put(Setting.HOST, List.of("reports.example.org"));
    options.put(Setting.PORT, List.of("70000", "1"));
    options.put(Setting.PUBLIC_URL, List.of("ftp://x"));
    options.put(Setting.USER, List.of("ann:secret-word", "tom:secret-word:boss"));
    options.put(Setting.MAX_BYTES, List.of("200"));
    options.put(Setting.QUOTA_BYTES, List.of("100"));
    options.put(Setting.CHECK_TIME, List.of("60"));
    assertThat(mistakes())
        .containsExactly(
            "SALLYPORT_PROT: there is no such variable",
            "--host: not an IP address or 'localhost'",
            "--port: given more than once",
            "--public-url: not scheme, host and port, such as https://example.org",
            "--user: not name:password:role",
            "--user: the role is none of admin, triager, dumps and user",
            "SALLYPORT_TRUSTED_PROXY: not a network, such as 10.0.0.0/8",
            "upload limits: quotaBytes is out of its range",
            "--check-time: not a time, such as 300s, 5m, 1h or 30d");
  }

  @Test
  void mistakesNeverQuoteAPassword() {
    options.put(Setting.USER, List.of("ann:short:admin", "hunter2hunter2"));
    variables.put("SALLYPORT_MAX_PLAIN", "-1");
    assertThat(mistakes()).hasSize(3).noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void aUserOnTheCommandLineIsForLoopbackOnly() {
    options.put(Setting.HOST, List.of("192.0.2.1"));
    options.put(Setting.USER, List.of("ann:secret-word:admin"));
    assertThat(mistakes()).singleElement().asString().startsWith("--user: only while listening");
    options.put(Setting.HOST, List.of("::1"));
    assertThat(embedded(valid()).users()).hasSize(1);
    options.remove(Setting.USER);
    options.put(Setting.HOST, List.of("192.0.2.1"));
    variables.put("SALLYPORT_USER_LIST", "ann:secret-word:admin\ntom:other-word:triager\n");
    assertThat(embedded(valid()).users()).hasSize(2);
  }

  @Test
  void listeningEverywhereNeedsAPublicUrl() {
    options.put(Setting.HOST, List.of("0.0.0.0"));
    assertThat(mistakes()).singleElement().asString().startsWith("--public-url: needed");
  }

  @Test
  void aUserNameEndsAtTheFirstColonAndTheRoleFollowsTheLast() {
    options.put(Setting.USER, List.of("ann:pass:with:colons:triager,dumps", "tom:password:user"));
    List<InMemoryUser> users = embedded(valid()).users();
    assertThat(users.get(0).name()).isEqualTo("ann");
    assertThat(users.get(0).password()).isEqualTo("pass:with:colons");
    assertThat(users.get(0).roles()).isEqualTo(Set.of(Role.TRIAGER, Role.DUMPS));
    assertThat(users.get(1).roles()).isEmpty();
    assertThat(users.toString()).doesNotContain("ann").doesNotContain("pass:with");
  }

  @Test
  void variablesOfTheExamplesAreNobodysMistake() {
    variables.put("SALLYPORT_USER", "admin");
    variables.put("SALLYPORT_PASSWORD", "x");
    variables.put("SALLYPORT_JAVA_OPTS", "-Xmx1g");
    assertThat(embedded(valid()).users()).isEmpty();
  }

  private static Backing.Embedded embedded(ServeSettings settings) {
    return (Backing.Embedded) settings.backing();
  }

  private ServeSettings valid() {
    return switch (new Environment(variables).read(options)) {
      case Reading.Valid(ServeSettings settings) -> settings;
      case Reading.Invalid(List<String> mistakes) -> throw new AssertionError(mistakes);
    };
  }

  private List<String> mistakes() {
    return switch (new Environment(variables).read(options)) {
      case Reading.Valid valid -> throw new AssertionError("no mistake was found");
      case Reading.Invalid(List<String> mistakes) -> mistakes;
    };
  }
}
