package dev.sallyport.http.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.aws.queue.SqsSettings;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.storage.ObjectPinning;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.http.aws.AwsServices;
import dev.sallyport.http.cli.Environment.Reading;
import dev.sallyport.http.cli.ServeSettings.Backing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesReaderTest {
  private static final String KEY = "YSBrZXkgb2YgdGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHM=";

  private static final List<String> QUEUES =
      List.of("sanitization", "audit", "renditions", "heat-map", "activity", "pictures", "tracker");

  @TempDir Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private final Map<Setting, List<String>> options = new EnumMap<>(Setting.class);
  private final Map<String, String> lines = new LinkedHashMap<>();
  private Path file = Path.of("");

  @BeforeEach
  void describeTheLeast() {
    file = folder.resolve("aws.properties");
    options.put(Setting.CONFIG, List.of(file.toString()));
    lines.put("region", "eu-central-1");
    lines.put("quarantine-bucket", "reports-quarantine");
    lines.put("clean-bucket", "reports-clean");
    lines.put("assets-bucket", "reports-assets");
    lines.put("assets-url", "https://cdn.example.org/");
    for (String queue : QUEUES) {
      lines.put(queue + "-queue", "https://sqs.example/1/" + queue);
      lines.put(queue + "-dead-queue", "https://sqs.example/1/" + queue + "-dead");
    }
    lines.put("table-prefix", "reports");
    lines.put("user-pool-id", "eu-central-1_a1B2c3");
    lines.put("client-id", "client1");
    lines.put("page-token-key", KEY);
  }

  @Test
  void theLeastIsEnough() throws IOException {
    ServeSettings settings = valid();
    AwsServices services = services(settings);
    assertThat(services.access().credentials()).isEmpty();
    assertThat(services.access().endpoints()).isEmpty();
    assertThat(services.storage().pinning()).isEqualTo(ObjectPinning.VERSION_ID);
    assertThat(services.storage().encryption()).isEqualTo(new Encryption.None());
    assertThat(services.queues().queues())
        .extracting(SqsSettings.Queue::name)
        .containsExactly(
            "sanitization", "audit", "renditions", "heatmap", "activity", "pictures", "tracker");
    assertThat(services.assets().assets()).isEqualTo("reports-assets");
    assertThat(services.publicAssets().base()).isEqualTo(URI.create("https://cdn.example.org"));
    assertThat(services.tables().reports()).isEqualTo("reports-reports");
    assertThat(services.tokens().clientIds()).containsExactly("client1");
    assertThat(services.tokens().issuer())
        .isEqualTo("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_a1B2c3");
    assertThat(services.keys().uri().toString())
        .isEqualTo(services.tokens().issuer() + "/.well-known/jwks.json");
    assertThat(services.secrets().given().pageTokenKeys()).hasSize(1);
    assertThat(settings.uploads()).isEqualTo(UploadPolicy.defaults());
  }

  @Test
  void everythingElseArrives() throws IOException {
    lines.put("access-key-id", "AKIAEXAMPLE");
    lines.put("secret-access-key", "not/for+anybody");
    lines.put("s3-endpoint", "http://127.0.0.1:9000");
    lines.put("s3-public-endpoint", "https://files.example.org");
    lines.put("cognito-endpoint", "http://127.0.0.1:9229");
    lines.put("object-pinning", "etag");
    lines.put("kms-key", "alias/evidence");
    lines.put("create-tables", "on");
    lines.put("reserve-shards", "3");
    lines.put("issuer", "http://127.0.0.1:9229/local_1");
    lines.put("client-secret", "client-secret-value");
    lines.put("previous-page-token-key", KEY);
    lines.put("port", "0");
    lines.put("cors-origin", "https://a.example, https://b.example");
    ServeSettings settings = valid();
    AwsServices services = services(settings);
    assertThat(services.access().credentials())
        .contains(SigningCredentials.of("AKIAEXAMPLE", "not/for+anybody"));
    assertThat(services.access().endpoints())
        .containsEntry(AwsService.S3, URI.create("http://127.0.0.1:9000"))
        .containsEntry(AwsService.COGNITO, URI.create("http://127.0.0.1:9229"));
    assertThat(services.storage().publicEndpoint())
        .contains(URI.create("https://files.example.org"));
    assertThat(services.storage().pinning()).isEqualTo(ObjectPinning.ETAG);
    assertThat(services.storage().encryption()).isEqualTo(new Encryption.Kms("alias/evidence"));
    assertThat(settings.uploads().encryption()).isEqualTo(new Encryption.Kms("alias/evidence"));
    assertThat(services.createsTables()).isTrue();
    assertThat(services.tables().reserveShards()).isEqualTo(3);
    assertThat(services.tokens().issuer()).isEqualTo("http://127.0.0.1:9229/local_1");
    assertThat(services.secrets().given().cognitoClientSecret()).contains("client-secret-value");
    assertThat(services.secrets().given().pageTokenKeys()).hasSize(2);
    assertThat(settings.port()).isZero();
    assertThat(settings.corsOrigins()).hasSize(2);
  }

  @Test
  void anOptionWinsOverAVariableAndThatOverALine() throws IOException {
    lines.put("port", "81");
    assertThat(valid().port()).isEqualTo(81);
    variables.put("SALLYPORT_PORT", "82");
    assertThat(valid().port()).isEqualTo(82);
    options.put(Setting.PORT, List.of("83"));
    assertThat(valid().port()).isEqualTo(83);
  }

  @Test
  void secretsMayStandInVariablesOrInSecretsManager() throws IOException {
    lines.remove("page-token-key");
    variables.put("SALLYPORT_PAGE_TOKEN_KEY", KEY);
    assertThat(services(valid()).secrets().given().pageTokenKeys()).hasSize(1);
    variables.clear();
    lines.put("secret-id", "reports/secrets");
    assertThat(services(valid()).secrets().secretId()).contains("reports/secrets");
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() throws IOException {
    lines.clear();
    assertThat(mistakes("rw-------"))
        .containsExactly(
            "region: needed",
            "quarantine-bucket: needed",
            "clean-bucket: needed",
            "assets-bucket: needed",
            "assets-url: needed",
            "sanitization-queue: needed",
            "sanitization-dead-queue: needed",
            "audit-queue: needed",
            "audit-dead-queue: needed",
            "renditions-queue: needed",
            "renditions-dead-queue: needed",
            "heat-map-queue: needed",
            "heat-map-dead-queue: needed",
            "activity-queue: needed",
            "activity-dead-queue: needed",
            "pictures-queue: needed",
            "pictures-dead-queue: needed",
            "tracker-queue: needed",
            "tracker-dead-queue: needed",
            "table-prefix: needed",
            "client-id: needed",
            "user-pool-id: needed",
            "page-token-key: needed where there is no secret-id");
  }

  @Test
  void aTrackerNeedsAddressAndUserAndItsTokenIsASecret() throws IOException {
    assertThat(services(valid()).tracker()).isEmpty();
    lines.put("tracker-url", "https://example.atlassian.net");
    assertThat(mistakes("rw-------"))
        .containsExactly("tracker-url and tracker-user: both or none of them");
    lines.put("tracker-user", "bot@example.com");
    lines.put("tracker-token", "token-1");
    AwsServices services = services(valid());
    assertThat(services.tracker())
        .contains(
            new AwsServices.Tracker(
                URI.create("https://example.atlassian.net"), "bot@example.com"));
    assertThat(services.secrets().given().trackerToken()).contains("token-1");
    lines.put("tracker-url", "http://example.atlassian.net");
    assertThat(mistakes("rw-------"))
        .singleElement()
        .asString()
        .endsWith(": tracker-url: not https, or more than host and path");
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnceAndNoSecretIsQuoted() throws IOException {
    lines.put("regoin", "eu-central-1");
    lines.put("users", "/etc/users");
    lines.put("region", "mars");
    lines.put("clean-bucket", "reports-quarantine");
    lines.put("assets-bucket", "Reports");
    lines.put("assets-url", "https://ann:hunter2@cdn.example.org");
    lines.put("access-key-id", "AKIAEXAMPLE");
    lines.put("object-pinning", "luck");
    lines.put("audit-queue", "https://sqs.example/1/sanitization");
    lines.put("issuer", "http://issuer.example/pool");
    lines.put("page-token-key", "hunter2!");
    variables.put("SALLYPORT_STORE_BYTES", "1GiB");
    assertThat(mistakes("rw-------"))
        .containsExactly(
            file + ": there is no setting regoin",
            file + ": users: only without --config",
            "SALLYPORT_STORE_BYTES: only without --config",
            file + ": region: not a region such as eu-central-1",
            "access-key-id and secret-access-key: both or none of them",
            file + ": object-pinning: neither version nor etag",
            "buckets: quarantine and clean have to be different buckets",
            file + ": assets-bucket: not a bucket name",
            file + ": assets-url: not an address such as https://cdn.example.org",
            "queues: a queue stands there twice: audit",
            "issuer: keys are fetched by https, or by http from loopback",
            file + ": page-token-key: not base64")
        .noneMatch(line -> line.contains("hunter2"));
  }

  @Test
  void whatEverybodySeesIsInABucketOfItsOwn() throws IOException {
    for (String other : List.of("reports-quarantine", "reports-clean")) {
      lines.put("assets-bucket", other);
      assertThat(mistakes("rw-------"))
          .containsExactly("assets-bucket: assets have to be in a bucket of their own");
    }
  }

  @Test
  void aFileWithASecretIsForItsOwnerOnly() throws IOException {
    assertThat(mistakes("rw-r-----"))
        .containsExactly(file + ": holds a secret and others may read it; run chmod 600 on it");
    lines.remove("page-token-key");
    variables.put("SALLYPORT_PAGE_TOKEN_KEY", KEY);
    write("rw-r--r--");
    assertThat(new Environment(variables).read(options)).isInstanceOf(Reading.Valid.class);
  }

  @Test
  void aNameThatStandsThereTwiceIsAMistake() throws IOException {
    write("rw-------");
    Files.writeString(file, Files.readString(file) + "\nregion=eu-west-1\n");
    assertThat(mistakes()).containsExactly(file + ": region stands there twice");
  }

  @Test
  void whatIsNoSmallTextIsRefusedUnread() throws IOException {
    Files.writeString(file, "region=" + "x".repeat(70_000));
    assertThat(mistakes()).first().isEqualTo(file + ": not a file of at most 64 KiB");
    Files.write(file, new byte[] {(byte) 0xff});
    assertThat(mistakes()).first().asString().startsWith(file + ": cannot be read");
    Files.writeString(file, "region=\\u00zz");
    assertThat(mistakes()).first().isEqualTo(file + ": not lines of name=value");
    options.put(Setting.CONFIG, List.of(folder.resolve("absent").toString()));
    assertThat(mistakes()).first().asString().contains("cannot be read (NoSuchFileException)");
  }

  @Test
  void settingsOfServicesDoNothingWithoutAFile() {
    options.clear();
    options.put(Setting.REGION, List.of("eu-central-1"));
    variables.put("SALLYPORT_CLIENT_SECRET", "value");
    assertThat(mistakes())
        .containsExactly(
            "--region: only with --config FILE",
            "SALLYPORT_CLIENT_SECRET: only with --config FILE");
  }

  private static AwsServices services(ServeSettings settings) {
    return ((Backing.OnServices) settings.backing()).services();
  }

  private void write(String mode) throws IOException {
    Files.writeString(
        file,
        lines.entrySet().stream()
            .map(line -> line.getKey() + "=" + line.getValue())
            .collect(Collectors.joining("\n", "# services\n", "\n")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private ServeSettings valid() throws IOException {
    write("rw-------");
    return switch (new Environment(variables).read(options)) {
      case Reading.Valid(ServeSettings settings) -> settings;
      case Reading.Invalid(List<String> mistakes) -> throw new AssertionError(mistakes);
    };
  }

  private List<String> mistakes(String mode) throws IOException {
    write(mode);
    return mistakes();
  }

  private List<String> mistakes() {
    return switch (new Environment(variables).read(options)) {
      case Reading.Valid valid -> throw new AssertionError("no mistake was found");
      case Reading.Invalid(List<String> mistakes) -> mistakes;
    };
  }
}
