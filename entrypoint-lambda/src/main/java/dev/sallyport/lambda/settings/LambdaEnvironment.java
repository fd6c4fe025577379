package dev.sallyport.lambda.settings;

import dev.sallyport.aws.identity.CognitoSettings;
import dev.sallyport.aws.identity.KeySetAddress;
import dev.sallyport.aws.metrics.EmfSettings;
import dev.sallyport.aws.queue.SqsSettings;
import dev.sallyport.aws.queue.TopicSettings;
import dev.sallyport.aws.secrets.GivenSecrets;
import dev.sallyport.aws.secrets.SecretsSettings;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.storage.ObjectPinning;
import dev.sallyport.aws.storage.S3AssetSettings;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.clamd.ClamdAddress;
import dev.sallyport.clamd.ClamdSettings;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sla.SlaPolicy;
import dev.sallyport.jwt.JwtSettings;
import dev.sallyport.lambda.settings.FunctionConfiguration.Tokens;
import dev.sallyport.operations.CorsPolicy;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.profile.PublicAssets;
import dev.sallyport.operations.settings.AreaText;
import dev.sallyport.operations.settings.Mistakes;
import dev.sallyport.operations.settings.Quantity;
import dev.sallyport.operations.status.ProductVersion;
import dev.sallyport.web.tracker.JiraSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns variables into what a function asks for, or into the list of everything that is wrong with
 * them. The only class that reads variables.
 *
 * <p>Region, name and endpoints come from the variables that Lambda and every SDK use: {@code
 * AWS_REGION}, {@code AWS_LAMBDA_FUNCTION_NAME} and <a
 * href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">{@code
 * AWS_ENDPOINT_URL_S3}</a> and its like.
 */
public final class LambdaEnvironment {
  private static final Map<AwsService, String> ENDPOINTS =
      Map.of(
          AwsService.S3, "AWS_ENDPOINT_URL_S3",
          AwsService.SQS, "AWS_ENDPOINT_URL_SQS",
          AwsService.DYNAMODB, "AWS_ENDPOINT_URL_DYNAMODB",
          AwsService.COGNITO, "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
          AwsService.SNS, "AWS_ENDPOINT_URL_SNS",
          AwsService.SECRETS_MANAGER, "AWS_ENDPOINT_URL_SECRETS_MANAGER");

  private static final List<QueueVariables> QUEUES =
      List.of(
          new QueueVariables(
              Part.SANITIZATION_QUEUE,
              Queues.SANITIZATION,
              LambdaSetting.SANITIZATION_QUEUE,
              LambdaSetting.SANITIZATION_DEAD_QUEUE),
          new QueueVariables(
              Part.AUDIT_QUEUE,
              Queues.AUDIT,
              LambdaSetting.AUDIT_QUEUE,
              LambdaSetting.AUDIT_DEAD_QUEUE),
          new QueueVariables(
              Part.HEAT_MAP_QUEUE,
              Queues.HEAT_MAP,
              LambdaSetting.HEAT_MAP_QUEUE,
              LambdaSetting.HEAT_MAP_DEAD_QUEUE),
          new QueueVariables(
              Part.RENDITIONS_QUEUE,
              Queues.RENDITIONS,
              LambdaSetting.RENDITIONS_QUEUE,
              LambdaSetting.RENDITIONS_DEAD_QUEUE),
          new QueueVariables(
              Part.ACTIVITY_QUEUE,
              Queues.ACTIVITY,
              LambdaSetting.ACTIVITY_QUEUE,
              LambdaSetting.ACTIVITY_DEAD_QUEUE),
          new QueueVariables(
              Part.PICTURES_QUEUE,
              Queues.PICTURES,
              LambdaSetting.PICTURES_QUEUE,
              LambdaSetting.PICTURES_DEAD_QUEUE),
          new QueueVariables(
              Part.TRACKER_QUEUE,
              Queues.TRACKER,
              LambdaSetting.TRACKER_QUEUE,
              LambdaSetting.TRACKER_DEAD_QUEUE));

  private static final String NAMESPACE = "Sallyport";
  private static final String LOCAL = "local";
  private static final String STAND_IN = "stand-in";
  private static final URI NOWHERE = URI.create("https://localhost/" + STAND_IN);

  private final Map<String, String> variables;

  /** Takes variables from elsewhere, for tests. */
  public LambdaEnvironment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** The variables of this process. */
  public static LambdaEnvironment ofProcess() {
    return new LambdaEnvironment(System.getenv());
  }

  /** Returns whether a snapshot of this process will be taken before it is first invoked. */
  public boolean isSnapStart() {
    return variables.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "").equals("snap-start");
  }

  /**
   * Reads what a function needs.
   *
   * @throws ConfigurationException when something is missing or wrong
   */
  public FunctionConfiguration read(Part... needed) {
    Mistakes mistakes = new Mistakes();
    SettingTexts texts = new SettingTexts(variables, mistakes);
    texts.rejectUnknownVariables();
    FunctionConfiguration configuration = new Reader(texts, mistakes, needed).read();
    if (!mistakes.isEmpty()) {
      // Some variables are read for two parts.
      throw new ConfigurationException(mistakes.all().stream().distinct().toList());
    }
    return configuration;
  }

  /** Which variables say where a queue is. */
  private record QueueVariables(
      Part part, String name, LambdaSetting address, LambdaSetting dead) {}

  /** One reading. */
  private static final class Reader {
    private final SettingTexts texts;
    private final Mistakes mistakes;
    private final Set<Part> needed;

    Reader(SettingTexts texts, Mistakes mistakes, Part... needed) {
      this.texts = texts;
      this.mistakes = mistakes;
      this.needed = EnumSet.noneOf(Part.class);
      this.needed.addAll(Arrays.asList(needed));
    }

    FunctionConfiguration read() {
      UploadPolicy uploads = Policies.uploads(texts);
      SanitizationPolicy checks = Policies.checks(texts);
      return new FunctionConfiguration(
          texts.get(LambdaSetting.VERSION, ProductVersion::new, new ProductVersion("development")),
          metrics(),
          part(Part.TOKENS, this::tokens),
          part(Part.AWS, this::aws),
          part(Part.DIRECTORY, this::directory),
          part(Part.SECRETS, this::secrets),
          part(Part.TABLES, this::tables),
          part(Part.BUCKETS, this::buckets),
          part(Part.ASSETS, this::assets),
          part(Part.PUBLIC_ASSETS, this::publicAssets),
          queues(),
          texts.get(
              LambdaSetting.PICTURES_TOPIC,
              arn -> new TopicSettings(Queues.PICTURES, Optional.of(arn)),
              TopicSettings.direct(Queues.PICTURES)),
          texts.get(
              LambdaSetting.CORS_ORIGIN,
              text -> new CorsPolicy(Set.copyOf(SettingTexts.list(text))),
              CorsPolicy.none()),
          uploads,
          checks,
          texts
              .find(LambdaSetting.CLAMD, ClamdAddress::parse)
              .map(address -> ClamdSettings.of(address, uploads, checks)),
          texts.get(LambdaSetting.HEAT_MAP, Reader::areas, MappedAreas.none()),
          texts.get(
              LambdaSetting.REPORT_RETENTION,
              text -> new RetentionPolicy(Optional.of(Quantity.time(text))),
              RetentionPolicy.none()),
          texts.get(
              LambdaSetting.SLA_RETENTION,
              text -> new SlaPolicy(Quantity.time(text)),
              SlaPolicy.defaults()),
          tracker());
    }

    private Optional<FunctionConfiguration.Tracker> tracker() {
      Optional<URI> url = texts.find(LambdaSetting.TRACKER_URL, Reader::site);
      Optional<String> user = texts.find(LambdaSetting.TRACKER_USER, text -> text);
      boolean hasUrl = texts.find(LambdaSetting.TRACKER_URL, text -> text).isPresent();
      return texts.together(
          LambdaSetting.TRACKER_URL.variable() + " and " + LambdaSetting.TRACKER_USER.variable(),
          () -> {
            if (hasUrl != user.isPresent()) {
              throw new IllegalArgumentException("both or none of them");
            }
            return url.map(site -> new FunctionConfiguration.Tracker(site, user.orElseThrow()));
          },
          Optional.empty());
    }

    private static URI site(String text) {
      URI site = SettingTexts.url(text);
      JiraSettings.check(site);
      return site;
    }

    private static MappedAreas areas(String text) {
      return MappedAreas.of(
          Arrays.stream(text.split(";", -1)).map(String::strip).map(AreaText::parse).toList());
    }

    private <T> Optional<T> part(Part part, Supplier<T> reader) {
      return needed.contains(part) ? Optional.of(reader.get()) : Optional.empty();
    }

    private EmfSettings metrics() {
      String name = texts.foreign("AWS_LAMBDA_FUNCTION_NAME").orElse(LOCAL);
      String function =
          texts.together(
              "AWS_LAMBDA_FUNCTION_NAME", () -> new EmfSettings(NAMESPACE, name).function(), LOCAL);
      return texts.get(
          LambdaSetting.METRICS_NAMESPACE,
          namespace -> new EmfSettings(namespace, function),
          new EmfSettings(NAMESPACE, function));
    }

    private Tokens tokens() {
      String issuer =
          texts.need(
              LambdaSetting.ISSUER, text -> SettingTexts.url(text).toString(), NOWHERE.toString());
      List<String> clients =
          texts.need(LambdaSetting.CLIENT_IDS, SettingTexts::list, List.of(STAND_IN));
      List<String> audiences = texts.get(LambdaSetting.AUDIENCES, SettingTexts::list, List.of());
      KeySetAddress keys =
          texts
              .find(LambdaSetting.JWKS_URL, text -> new KeySetAddress(SettingTexts.url(text)))
              .orElseGet(() ->
                  texts.together(
                      LambdaSetting.ISSUER.variable(),
                      () -> KeySetAddress.ofIssuer(issuer),
                      new KeySetAddress(NOWHERE)));
      return texts.together(
          LambdaSetting.CLIENT_IDS.variable(),
          () ->
              new Tokens(JwtSettings.of(issuer, Set.copyOf(clients), Set.copyOf(audiences)), keys),
          new Tokens(JwtSettings.of(NOWHERE.toString(), Set.of(STAND_IN)), keys));
    }

    private AwsSettings aws() {
      Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
      ENDPOINTS.forEach((service, variable) ->
          texts
              .foreign(variable)
              .flatMap(text -> mistakes.check(variable, text, SettingTexts::endpoint))
              .ifPresent(uri -> endpoints.put(service, uri)));
      String region = texts.foreign("AWS_REGION").orElse("");
      return texts.together(
          "AWS_REGION",
          () -> new AwsSettings(region, Optional.empty(), endpoints),
          new AwsSettings("eu-central-1", Optional.empty(), Map.of()));
    }

    private CognitoSettings directory() {
      return texts.need(
          LambdaSetting.CLIENT_ID, CognitoSettings::new, new CognitoSettings("standin"));
    }

    private SecretsSettings secrets() {
      Optional<String> secretId = texts.find(LambdaSetting.SECRET_ID, text -> text);
      List<byte[]> keys = new ArrayList<>();
      texts.find(LambdaSetting.PAGE_TOKEN_KEY, Reader::key).ifPresent(keys::add);
      texts.find(LambdaSetting.PREVIOUS_PAGE_TOKEN_KEY, Reader::key).ifPresent(keys::add);
      Optional<String> client = texts.find(LambdaSetting.CLIENT_SECRET, text -> text);
      if (secretId.isPresent()) {
        return SecretsSettings.inSecretsManager(secretId.get());
      }
      // A key before it is none to seal with.
      if (needed.contains(Part.PAGE_TOKENS)
          && texts.foreign(LambdaSetting.PAGE_TOKEN_KEY.variable()).isEmpty()) {
        mistakes.add(
            LambdaSetting.SECRET_ID.variable()
                + " or "
                + LambdaSetting.PAGE_TOKEN_KEY.variable()
                + ": one of them is needed");
      }
      return SecretsSettings.given(
          new GivenSecrets(keys, client, texts.find(LambdaSetting.TRACKER_TOKEN, text -> text)));
    }

    private static byte[] key(String text) {
      byte[] key;
      try {
        key = Base64.getDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        // Without its message, which quotes the key.
        throw new IllegalArgumentException("not base64", e);
      }
      if (key.length < 32) {
        throw new IllegalArgumentException("fewer than 32 bytes");
      }
      return key;
    }

    private TableSettings tables() {
      int shards =
          texts.number(LambdaSetting.RESERVE_SHARDS, 1, 64, TableSettings.DEFAULT_RESERVE_SHARDS);
      return texts.need(
          LambdaSetting.TABLE_PREFIX,
          prefix -> new TableSettings(prefix, shards),
          TableSettings.of(STAND_IN));
    }

    private S3AssetSettings assets() {
      S3AssetSettings standIn = new S3AssetSettings("stand-in-assets");
      S3AssetSettings assets =
          texts.need(LambdaSetting.ASSETS_BUCKET, S3AssetSettings::new, standIn);
      return needed.contains(Part.BUCKETS)
          ? texts.together("buckets", () -> assets.apartFrom(buckets()), standIn)
          : assets;
    }

    private PublicAssets publicAssets() {
      return texts.need(LambdaSetting.ASSETS_URL, PublicAssets::parse, new PublicAssets(NOWHERE));
    }

    private S3StorageSettings buckets() {
      String quarantine =
          texts.need(LambdaSetting.QUARANTINE_BUCKET, text -> text, "stand-in-quarantine");
      String clean = texts.need(LambdaSetting.CLEAN_BUCKET, text -> text, "stand-in-clean");
      Optional<URI> publicUrl = texts.find(LambdaSetting.STORE_PUBLIC_URL, SettingTexts::endpoint);
      Encryption encryption =
          texts.get(LambdaSetting.KMS_KEY, Encryption.Kms::new, new Encryption.None());
      ObjectPinning pinning =
          texts.get(LambdaSetting.PINNING, Reader::pinning, ObjectPinning.VERSION_ID);
      boolean checksums = texts.isOn(LambdaSetting.POSTED_CHECKSUMS, false);
      return texts.together(
          "buckets",
          () ->
              new S3StorageSettings(
                  quarantine,
                  clean,
                  encryption,
                  pinning,
                  publicUrl,
                  Optional.empty(),
                  Optional.empty(),
                  checksums),
          S3StorageSettings.of("stand-in-quarantine", "stand-in-clean"));
    }

    private static ObjectPinning pinning(String text) {
      return switch (text) {
        case "version" -> ObjectPinning.VERSION_ID;
        case "etag" -> ObjectPinning.ETAG;
        default -> throw new IllegalArgumentException("neither version nor etag");
      };
    }

    private SqsSettings queues() {
      List<SqsSettings.Queue> queues =
          QUEUES.stream()
              .filter(queue -> needed.contains(Part.EVERY_QUEUE) || needed.contains(queue.part()))
              .map(this::queue)
              .toList();
      return texts.together("queues", () -> new SqsSettings(queues), new SqsSettings(List.of()));
    }

    private SqsSettings.Queue queue(QueueVariables variables) {
      String name = variables.name();
      SqsSettings.Queue standIn =
          new SqsSettings.Queue(
              name, NOWHERE.resolve("/" + name), NOWHERE.resolve("/" + name + "-dead"));
      URI there = texts.need(variables.address(), SettingTexts::url, standIn.url());
      URI letters = texts.need(variables.dead(), SettingTexts::url, standIn.dead());
      return texts.together(
          variables.address().variable(),
          () -> new SqsSettings.Queue(name, there, letters),
          standIn);
    }
  }
}
