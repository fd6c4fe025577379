package dev.sallyport.lambda.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.storage.ObjectPinning;
import dev.sallyport.clamd.ClamdAddress;
import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.sla.SlaPolicy;
import dev.sallyport.operations.Queues;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaEnvironmentTest {
  private static final int QUEUES = 7;

  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String OTHER_KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void setWhatEveryPartNeeds() {
    variables.put("AWS_REGION", "eu-central-1");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "example-service");
    set("ISSUER", "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example");
    set("CLIENT_IDS", "client1, client2");
    set("CLIENT_ID", "client1");
    set("PAGE_TOKEN_KEY", KEY);
    set("TABLE_PREFIX", "example");
    set("QUARANTINE_BUCKET", "example-quarantine");
    set("CLEAN_BUCKET", "example-clean");
    set("ASSETS_BUCKET", "example-assets");
    set("ASSETS_URL", "https://cdn.example.org");
    for (String queue :
        List.of(
            "SANITIZATION", "AUDIT", "HEAT_MAP", "RENDITIONS", "ACTIVITY", "PICTURES", "TRACKER")) {
      set(queue + "_QUEUE", "https://sqs.eu-central-1.amazonaws.com/123456789012/" + queue);
      set(
          queue + "_DEAD_QUEUE",
          "https://sqs.eu-central-1.amazonaws.com/123456789012/dead-" + queue);
    }
  }

  private void set(String setting, String text) {
    variables.put("SALLYPORT_" + setting, text);
  }

  private void unset(String setting) {
    variables.remove("SALLYPORT_" + setting);
  }

  private FunctionConfiguration read(Part... parts) {
    return new LambdaEnvironment(variables).read(parts);
  }

  private List<String> mistakes(Part... parts) {
    ConfigurationException thrown =
        catchThrowableOfType(ConfigurationException.class, () -> read(parts));
    assertThat(thrown).as("a mistake is found").isNotNull();
    assertThat(thrown).hasNoCause();
    return List.of(String.valueOf(thrown.getMessage()).split("; ", -1));
  }

  @Test
  void nothingIsNeededByAFunctionThatNeedsNothing() {
    variables.clear();
    FunctionConfiguration configuration = read();
    assertThat(configuration.version().value()).isEqualTo("development");
    assertThat(configuration.metrics().namespace()).isEqualTo("Sallyport");
    assertThat(configuration.metrics().function()).isEqualTo("local");
    assertThat(configuration.uploads()).isEqualTo(UploadPolicy.defaults());
    assertThat(configuration.checks()).isEqualTo(SanitizationPolicy.defaults());
    assertThat(configuration.cors().origins()).isEmpty();
    assertThat(configuration.queues().queues()).isEmpty();
    assertThat(configuration.tokens()).isEmpty();
    assertThat(configuration.aws()).isEmpty();
    assertThat(configuration.directory()).isEmpty();
    assertThat(configuration.secrets()).isEmpty();
    assertThat(configuration.tables()).isEmpty();
    assertThat(configuration.buckets()).isEmpty();
  }

  @Test
  void aScannerIsAtAnAddressOrThereIsNone() {
    assertThat(read().clamd()).isEmpty();
    set("CLAMD", "scanner.internal:3310");
    assertThat(read().clamd().orElseThrow())
        .isEqualTo(
            ClamdSettings.of(
                new ClamdAddress.Tcp("scanner.internal", 3310),
                UploadPolicy.defaults(),
                SanitizationPolicy.defaults()));
    set("CLAMD", "scanner.internal");
    assertThat(mistakes()).containsExactly("SALLYPORT_CLAMD: neither host:port nor unix:/path");
  }

  @Test
  void whatIsNeededAloneIsEnough() {
    FunctionConfiguration configuration = read(Part.values());
    assertThat(configuration.metrics().function()).isEqualTo("example-service");
    FunctionConfiguration.Tokens tokens = configuration.tokens().orElseThrow();
    assertThat(tokens.rules().clientIds()).containsExactlyInAnyOrder("client1", "client2");
    assertThat(tokens.rules().audiences()).isEmpty();
    assertThat(tokens.keys().uri())
        .hasToString(
            "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Example/.well-known/jwks.json");
    assertThat(configuration.aws().orElseThrow().region()).isEqualTo("eu-central-1");
    assertThat(configuration.aws().orElseThrow().endpoints()).isEmpty();
    assertThat(configuration.secrets().orElseThrow().given().pageTokenKeys()).hasSize(1);
    assertThat(configuration.tables().orElseThrow().reserveShards()).isEqualTo(8);
    assertThat(configuration.buckets().orElseThrow().pinning()).isEqualTo(ObjectPinning.VERSION_ID);
    assertThat(configuration.buckets().orElseThrow().encryption()).isEqualTo(new Encryption.None());
    assertThat(configuration.queues().queues())
        .extracting(queue -> queue.name())
        .containsExactly(
            Queues.SANITIZATION,
            Queues.AUDIT,
            Queues.HEAT_MAP,
            Queues.RENDITIONS,
            Queues.ACTIVITY,
            Queues.PICTURES,
            Queues.TRACKER);
  }

  @ParameterizedTest
  @CsvSource({
    "TOKENS, ISSUER CLIENT_IDS",
    "AWS, ''",
    "DIRECTORY, CLIENT_ID",
    "SECRETS, ''",
    "TABLES, TABLE_PREFIX",
    "BUCKETS, QUARANTINE_BUCKET CLEAN_BUCKET",
    "SANITIZATION_QUEUE, SANITIZATION_QUEUE SANITIZATION_DEAD_QUEUE",
    "AUDIT_QUEUE, AUDIT_QUEUE AUDIT_DEAD_QUEUE",
    "HEAT_MAP_QUEUE, HEAT_MAP_QUEUE HEAT_MAP_DEAD_QUEUE",
    "ASSETS, ASSETS_BUCKET",
    "PUBLIC_ASSETS, ASSETS_URL",
    "RENDITIONS_QUEUE, RENDITIONS_QUEUE RENDITIONS_DEAD_QUEUE",
    "ACTIVITY_QUEUE, ACTIVITY_QUEUE ACTIVITY_DEAD_QUEUE",
    "PICTURES_QUEUE, PICTURES_QUEUE PICTURES_DEAD_QUEUE",
    "TRACKER_QUEUE, TRACKER_QUEUE TRACKER_DEAD_QUEUE",
    "CORS, ''",
    "UPLOADS, ''",
    "CHECKS, ''"
  })
  void eachPartNamesAllThatItMissesAndNothingElse(Part part, String missing) {
    variables.keySet().removeIf(name -> name.startsWith("SALLYPORT_"));
    if (missing.isEmpty()) {
      read(part);
      return;
    }
    String[] names = missing.split(" ", -1);
    List<String> mistakes = mistakes(part);
    assertThat(mistakes).hasSize(names.length);
    for (int i = 0; i < names.length; i++) {
      assertThat(mistakes.get(i)).startsWith("SALLYPORT_" + names[i] + ": missing. ");
      set(names[i], "");
    }
    // An empty variable is none.
    assertThat(mistakes(part)).isEqualTo(mistakes);
  }

  @Test
  void aRegionIsNeededWhereServicesAre() {
    variables.remove("AWS_REGION");
    assertThat(mistakes(Part.AWS)).containsExactly("AWS_REGION: not a region such as eu-central-1");
    read(Part.TABLES);
  }

  @Test
  void pageTokensNeedAKeyFromSomewhere() {
    unset("PAGE_TOKEN_KEY");
    String none = "SALLYPORT_SECRET_ID or SALLYPORT_PAGE_TOKEN_KEY: one of them is needed";
    assertThat(mistakes(Part.SECRETS, Part.PAGE_TOKENS)).containsExactly(none);
    read(Part.SECRETS);
    set("PREVIOUS_PAGE_TOKEN_KEY", OTHER_KEY);
    assertThat(mistakes(Part.SECRETS, Part.PAGE_TOKENS))
        .as("a key that only opens is none to seal with")
        .containsExactly(none);
    set("SECRET_ID", "example/deployment");
    assertThat(read(Part.SECRETS, Part.PAGE_TOKENS).secrets().orElseThrow().secretId())
        .contains("example/deployment");
  }

  @Test
  void theKeyThatSealsComesFirst() {
    set("PREVIOUS_PAGE_TOKEN_KEY", OTHER_KEY);
    set("CLIENT_SECRET", "hunter2");
    var given = read(Part.SECRETS, Part.PAGE_TOKENS).secrets().orElseThrow().given();
    assertThat(given.pageTokenKeys())
        .extracting(key -> key[0])
        .containsExactly((byte) '0', (byte) 'A');
    assertThat(given.cognitoClientSecret()).contains("hunter2");
    assertThat(read(Part.SECRETS).toString()).doesNotContain("hunter2");
  }

  @Test
  void aTrackerHasAnAddressAndAUserAndItsTokenIsASecret() {
    assertThat(read().tracker()).isEmpty();
    set("TRACKER_URL", "https://example.atlassian.net");
    assertThat(mistakes())
        .containsExactly("SALLYPORT_TRACKER_URL and SALLYPORT_TRACKER_USER: both or none of them");
    set("TRACKER_USER", "bot@example.com");
    set("TRACKER_TOKEN", "hunter2");
    FunctionConfiguration configuration = read(Part.SECRETS);
    assertThat(configuration.tracker())
        .contains(
            new FunctionConfiguration.Tracker(
                URI.create("https://example.atlassian.net"), "bot@example.com"));
    assertThat(configuration.secrets().orElseThrow().given().trackerToken()).contains("hunter2");
    assertThat(configuration.toString()).doesNotContain("hunter2");
    set("TRACKER_URL", "http://example.atlassian.net");
    assertThat(mistakes())
        .containsExactly("SALLYPORT_TRACKER_URL: not https, or more than host and path");
  }

  @Test
  void everySettingArrives() {
    set("VERSION", "1.2.3");
    set("METRICS_NAMESPACE", "Example/Reports");
    set("AUDIENCES", "reports, avatars,");
    set("JWKS_URL", "https://keys.example.org/jwks");
    set("RESERVE_SHARDS", "64");
    set("STORE_PUBLIC_URL", "https://store.example.org:8443");
    set("PINNING", "etag");
    set("POSTED_CHECKSUMS", "on");
    set("KMS_KEY", "alias/example");
    set("CORS_ORIGIN", "https://a.example.org, http://localhost:3000");
    set("MAX_ENCRYPTED", "3");
    set("MAX_PLAIN", "0");
    set("MAX_BYTES", "1MiB");
    set("UPLOAD_LIFE", "90s");
    set("QUOTA_WINDOW", "2h");
    set("QUOTA_OBJECTS", "7");
    set("QUOTA_BYTES", "2MiB");
    set("QUARANTINE_BYTES", "3MiB");
    set("MAX_PIXELS", "1000");
    set("MAX_TEXT_BYTES", "4 KiB");
    set("CHECK_TIME", "30s");
    set("REDACT", "off");
    set("RETAIN_CLEANED", "on");
    set("RETAIN_REJECTED", "off");
    set("RETENTION", "2d");
    set("REPORT_RETENTION", "365d");
    set("SLA_RETENTION", "30d");
    FunctionConfiguration configuration = read(Part.values());
    assertThat(configuration.version().value()).isEqualTo("1.2.3");
    assertThat(configuration.metrics().namespace()).isEqualTo("Example/Reports");
    FunctionConfiguration.Tokens tokens = configuration.tokens().orElseThrow();
    assertThat(tokens.rules().audiences()).containsExactlyInAnyOrder("reports", "avatars");
    assertThat(tokens.keys().uri()).hasToString("https://keys.example.org/jwks");
    assertThat(configuration.tables().orElseThrow().reserveShards()).isEqualTo(64);
    var buckets = configuration.buckets().orElseThrow();
    assertThat(buckets.publicEndpoint()).contains(URI.create("https://store.example.org:8443"));
    assertThat(buckets.pinning()).isEqualTo(ObjectPinning.ETAG);
    assertThat(buckets.verifiesPostedChecksums()).isTrue();
    assertThat(buckets.encryption()).isEqualTo(new Encryption.Kms("alias/example"));
    assertThat(configuration.cors().origins())
        .containsExactlyInAnyOrder("https://a.example.org", "http://localhost:3000");
    assertThat(configuration.uploads())
        .isEqualTo(
            new UploadPolicy(
                3,
                0,
                Duration.ofSeconds(90),
                DataSize.ofMebibytes(1),
                new Encryption.Kms("alias/example"),
                Duration.ofHours(2),
                7,
                DataSize.ofMebibytes(2),
                DataSize.ofMebibytes(3)));
    SanitizationPolicy checks = configuration.checks();
    assertThat(checks.maxPixels()).isEqualTo(1000);
    assertThat(checks.maxTextBytes()).isEqualTo(DataSize.ofBytes(4096));
    assertThat(checks.deadline()).isEqualTo(Duration.ofSeconds(30));
    assertThat(checks.redactText()).isFalse();
    assertThat(checks.retainCleaned()).isTrue();
    assertThat(checks.retainRejected()).isFalse();
    assertThat(checks.retention()).isEqualTo(Duration.ofDays(2));
    assertThat(configuration.retention())
        .isEqualTo(new RetentionPolicy(Optional.of(Duration.ofDays(365))));
    assertThat(configuration.slaErrors()).isEqualTo(new SlaPolicy(Duration.ofDays(30)));
  }

  @Test
  void everyServiceMayBeElsewhere() {
    Map<AwsService, URI> expected = new HashMap<>();
    for (AwsService service : AwsService.values()) {
      String name = service == AwsService.COGNITO ? "COGNITO_IDENTITY_PROVIDER" : service.name();
      String address = "http://" + service.name().length() + ".example.org:4566";
      variables.put("AWS_ENDPOINT_URL_" + name, address);
      expected.put(service, URI.create(address));
    }
    assertThat(read(Part.AWS).aws().orElseThrow().endpoints()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VERSION | a version has 1 to 64 characters",
        "METRICS_NAMESPACE | not a namespace of CloudWatch",
        "ISSUER | not an address",
        "JWKS_URL | not an address",
        "CLIENT_ID | not the id of an app client",
        "PAGE_TOKEN_KEY | not base64",
        "PREVIOUS_PAGE_TOKEN_KEY | not base64",
        "TABLE_PREFIX | a prefix has 3 to 200 letters, digits, _ . -",
        "RESERVE_SHARDS | not a number",
        "ASSETS_URL | not an address such as https://cdn.example.org",
        "STORE_PUBLIC_URL | not an address",
        "PINNING | neither version nor etag",
        "POSTED_CHECKSUMS | neither on nor off",
        "KMS_KEY | key id must be 1 to 2048 visible ASCII characters",
        "SANITIZATION_QUEUE | not an address",
        "SANITIZATION_DEAD_QUEUE | not an address",
        "AUDIT_QUEUE | not an address",
        "AUDIT_DEAD_QUEUE | not an address",
        "HEAT_MAP_QUEUE | not an address",
        "TRACKER_QUEUE | not an address",
        "TRACKER_DEAD_QUEUE | not an address",
        "HEAT_MAP_DEAD_QUEUE | not an address",
        "HEAT_MAP | not NAME:MINX,MINY,MAXX,MAXY or with :COLUMNSxROWS",
        "CORS_ORIGIN | an origin is scheme, host in lower case and port, without a path or"
            + " wildcard",
        "MAX_ENCRYPTED | not a number",
        "MAX_PLAIN | not a number",
        "MAX_BYTES | not a size, such as 200MiB",
        "UPLOAD_LIFE | not a time, such as 300s, 5m, 1h or 30d",
        "QUOTA_WINDOW | not a time, such as 300s, 5m, 1h or 30d",
        "QUOTA_OBJECTS | not a number",
        "QUOTA_BYTES | not a size, such as 200MiB",
        "QUARANTINE_BYTES | not a size, such as 200MiB",
        "MAX_PIXELS | not a number",
        "MAX_TEXT_BYTES | not a size, such as 200MiB",
        "CHECK_TIME | not a time, such as 300s, 5m, 1h or 30d",
        "REDACT | neither on nor off",
        "RETAIN_CLEANED | neither on nor off",
        "RETAIN_REJECTED | neither on nor off",
        "RETENTION | not a time, such as 300s, 5m, 1h or 30d"
      })
  void aMistakeIsNamedOnceAndNeverQuotesWhatWasSet(String setting, String mistake) {
    // Wrong for every one of them, and as long as no version may be.
    set(setting, "hunter2 \u00fc".repeat(20));
    assertThat(mistakes(Part.values()))
        .containsExactly("SALLYPORT_" + setting + ": " + mistake)
        .noneMatch(line -> line.contains("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:4566",
        "ftp://example.org",
        "https://",
        "https://user:hunter2@example.org",
        "http://exa mple.org/hunter2",
        "/hunter2"
      })
  void anEndpointIsAnAddress(String endpoint) {
    variables.put("AWS_ENDPOINT_URL_S3", endpoint);
    assertThat(mistakes(Part.AWS))
        .singleElement()
        .asString()
        .startsWith("AWS_ENDPOINT_URL_S3: not an address")
        .doesNotContain("hunter2");
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    variables.put("AWS_REGION", "Frankfurt");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "a name with spaces");
    variables.put("SALLYPORT_MISSPELT", "hunter2");
    unset("ISSUER");
    set("CLIENT_IDS", " , ");
    set("PAGE_TOKEN_KEY", "aHVudGVyMg==");
    set("CLEAN_BUCKET", "example-quarantine");
    set("AUDIT_DEAD_QUEUE", "https://sqs.eu-central-1.amazonaws.com/123456789012/AUDIT");
    set("MAX_BYTES", "100GiB");
    set("RETENTION", "1h");
    assertThat(mistakes(Part.values()))
        .hasSize(10)
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).isEqualTo("SALLYPORT_MISSPELT: there is no such variable"),
            line ->
                assertThat(line).isEqualTo("AWS_LAMBDA_FUNCTION_NAME: not the name of a function"),
            line -> assertThat(line).startsWith("SALLYPORT_ISSUER: missing."),
            line ->
                assertThat(line)
                    .startsWith("SALLYPORT_CLIENT_IDS: at least one client id is needed"),
            line -> assertThat(line).isEqualTo("AWS_REGION: not a region such as eu-central-1"),
            line -> assertThat(line).isEqualTo("SALLYPORT_PAGE_TOKEN_KEY: fewer than 32 bytes"),
            line ->
                assertThat(line)
                    .isEqualTo("buckets: quarantine and clean have to be different buckets"),
            line -> assertThat(line).isEqualTo("queues: a queue stands there twice: audit"),
            line -> assertThat(line).isEqualTo("upload limits: maxBytes is out of its range"),
            line -> assertThat(line).isEqualTo("checks: retention is out of its range"));
  }

  @Test
  void whatEverybodySeesIsInABucketOfItsOwn() {
    for (String other : List.of("example-quarantine", "example-clean")) {
      set("ASSETS_BUCKET", other);
      assertThat(mistakes(Part.BUCKETS, Part.ASSETS))
          .containsExactly("buckets: assets have to be in a bucket of their own");
    }
  }

  @ParameterizedTest
  @EnumSource(LambdaSetting.class)
  void everySettingSaysWhatItMeans(LambdaSetting setting) {
    assertThat(setting.variable()).matches("SALLYPORT_[A-Z_]+");
    assertThat(setting.meaning()).hasSizeGreaterThan(10).endsWith(".");
  }

  @Test
  void variablesOfOthersAreNobodysMistake() {
    variables.put("SALLYPORT_JAVA_OPTS", "-Xmx1g");
    variables.put("SALLYPORT_USER", "admin");
    variables.put("SALLYPORT_PASSWORD", "hunter2");
    variables.put("PATH", "/bin");
    assertThat(read(Part.values()).tokens()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "snap-start, true",
    "on-demand, false",
    "provisioned-concurrency, false",
    "SNAP-START, false",
    "'', false"
  })
  void aSnapshotIsTakenWhereLambdaSaysSo(String type, boolean expected) {
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", type);
    assertThat(new LambdaEnvironment(variables).isSnapStart()).isEqualTo(expected);
    assertThat(new LambdaEnvironment(Map.of()).isSnapStart()).isFalse();
  }

  @Test
  void partsMayBeReadInAnyCombination() {
    for (Part one : Part.values()) {
      for (Part other : Part.values()) {
        Set<Part> both = EnumSet.of(one, other);
        FunctionConfiguration configuration = read(both.toArray(Part[]::new));
        assertThat(configuration.tokens().isPresent()).isEqualTo(both.contains(Part.TOKENS));
        assertThat(configuration.aws().isPresent()).isEqualTo(both.contains(Part.AWS));
        assertThat(configuration.directory().isPresent()).isEqualTo(both.contains(Part.DIRECTORY));
        assertThat(configuration.secrets().isPresent()).isEqualTo(both.contains(Part.SECRETS));
        assertThat(configuration.tables().isPresent()).isEqualTo(both.contains(Part.TABLES));
        assertThat(configuration.buckets().isPresent()).isEqualTo(both.contains(Part.BUCKETS));
        assertThat(configuration.assets().isPresent()).isEqualTo(both.contains(Part.ASSETS));
        assertThat(configuration.publicAssets().isPresent())
            .isEqualTo(both.contains(Part.PUBLIC_ASSETS));
        long named = both.stream().filter(part -> part.name().endsWith("_QUEUE")).count();
        assertThat(configuration.queues().queues())
            .hasSize(both.contains(Part.EVERY_QUEUE) ? QUEUES : (int) named);
      }
    }
  }
}
