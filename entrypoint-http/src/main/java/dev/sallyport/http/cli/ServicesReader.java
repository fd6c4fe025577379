package dev.sallyport.http.cli;

import dev.sallyport.aws.identity.CognitoSettings;
import dev.sallyport.aws.identity.KeySetAddress;
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
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.http.aws.AwsServices;
import dev.sallyport.jwt.JwtSettings;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.profile.PublicAssets;
import dev.sallyport.web.tracker.JiraSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads where the services of a deployment are. What is wrong is replaced until all is known. */
final class ServicesReader {
  private static final Map<AwsService, Setting> ENDPOINTS =
      new EnumMap<>(
          Map.of(
              AwsService.S3, Setting.S3_ENDPOINT,
              AwsService.SQS, Setting.SQS_ENDPOINT,
              AwsService.DYNAMODB, Setting.DYNAMODB_ENDPOINT,
              AwsService.COGNITO, Setting.COGNITO_ENDPOINT,
              AwsService.SNS, Setting.SNS_ENDPOINT,
              AwsService.SECRETS_MANAGER, Setting.SECRETS_ENDPOINT));

  private static final String STAND_IN = "stand-in";
  private static final String STAND_IN_REGION = "us-east-1";
  private static final URI NOWHERE = URI.create("https://localhost/" + STAND_IN);
  private static final int LEAST_KEY_BYTES = 32;

  private final SettingValues values;

  ServicesReader(SettingValues values) {
    this.values = values;
  }

  AwsServices read() {
    String region = values.need(Setting.REGION, ServicesReader::region, STAND_IN_REGION);
    AwsSettings access = new AwsSettings(region, credentials(), endpoints());
    S3StorageSettings storage = storage();
    S3AssetSettings assets = assets(storage);
    PublicAssets publicAssets =
        values.need(Setting.ASSETS_URL, PublicAssets::parse, new PublicAssets(NOWHERE));
    SqsSettings queues = queues();
    TableSettings tables = tables();
    boolean createsTables = values.get(Setting.CREATE_TABLES, PolicyReader::onOrOff, false);
    CognitoSettings directory =
        values.need(Setting.CLIENT_ID, CognitoSettings::new, new CognitoSettings("standin"));
    String issuer = issuer(region);
    return new AwsServices(
        access,
        storage,
        assets,
        publicAssets,
        queues,
        topic(),
        tables,
        createsTables,
        directory,
        JwtSettings.of(issuer, Set.of(directory.clientId())),
        values.together(
            Setting.ISSUER.key(), () -> KeySetAddress.ofIssuer(issuer), new KeySetAddress(NOWHERE)),
        secrets(),
        tracker());
  }

  private static String region(String text) {
    return new AwsSettings(text, Optional.empty(), Map.of()).region();
  }

  private Optional<SigningCredentials> credentials() {
    Optional<String> id = values.find(Setting.ACCESS_KEY_ID, text -> text);
    Optional<String> secret = values.find(Setting.SECRET_ACCESS_KEY, text -> text);
    return values.together(
        Setting.ACCESS_KEY_ID.key() + " and " + Setting.SECRET_ACCESS_KEY.key(),
        () -> {
          if (id.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("both or none of them");
          }
          return id.map(key -> SigningCredentials.of(key, secret.orElseThrow()));
        },
        Optional.empty());
  }

  private Map<AwsService, URI> endpoints() {
    Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
    ENDPOINTS.forEach((service, setting) ->
        values.find(setting, WebAddress::origin).ifPresent(url -> endpoints.put(service, url)));
    return endpoints;
  }

  private S3StorageSettings storage() {
    String quarantine = values.need(Setting.QUARANTINE_BUCKET, text -> text, STAND_IN);
    String clean = values.need(Setting.CLEAN_BUCKET, text -> text, STAND_IN + "-clean");
    ObjectPinning pinning =
        values.get(Setting.OBJECT_PINNING, ServicesReader::pinning, ObjectPinning.VERSION_ID);
    Encryption encryption = values.get(Setting.KMS_KEY, Encryption.Kms::new, new Encryption.None());
    Optional<URI> publicEndpoint = values.find(Setting.S3_PUBLIC_ENDPOINT, WebAddress::origin);
    return values.together(
        "buckets",
        () ->
            new S3StorageSettings(
                quarantine,
                clean,
                encryption,
                pinning,
                publicEndpoint,
                Optional.empty(),
                Optional.empty(),
                false),
        S3StorageSettings.of(STAND_IN, STAND_IN + "-clean"));
  }

  private S3AssetSettings assets(S3StorageSettings storage) {
    S3AssetSettings standIn = new S3AssetSettings(STAND_IN + "-assets");
    S3AssetSettings assets = values.need(Setting.ASSETS_BUCKET, S3AssetSettings::new, standIn);
    return values.together(Setting.ASSETS_BUCKET.key(), () -> assets.apartFrom(storage), standIn);
  }

  private static ObjectPinning pinning(String text) {
    return switch (text) {
      case "version" -> ObjectPinning.VERSION_ID;
      case "etag" -> ObjectPinning.ETAG;
      default -> throw new IllegalArgumentException("neither version nor etag");
    };
  }

  private SqsSettings queues() {
    URI sanitization = queue(Setting.SANITIZATION_QUEUE);
    URI sanitizationDead = queue(Setting.SANITIZATION_DEAD_QUEUE);
    URI audit = queue(Setting.AUDIT_QUEUE);
    URI auditDead = queue(Setting.AUDIT_DEAD_QUEUE);
    URI renditions = queue(Setting.RENDITIONS_QUEUE);
    URI renditionsDead = queue(Setting.RENDITIONS_DEAD_QUEUE);
    URI heatMap = queue(Setting.HEAT_MAP_QUEUE);
    URI heatMapDead = queue(Setting.HEAT_MAP_DEAD_QUEUE);
    URI activity = queue(Setting.ACTIVITY_QUEUE);
    URI activityDead = queue(Setting.ACTIVITY_DEAD_QUEUE);
    URI pictures = queue(Setting.PICTURES_QUEUE);
    URI picturesDead = queue(Setting.PICTURES_DEAD_QUEUE);
    URI tracker = queue(Setting.TRACKER_QUEUE);
    URI trackerDead = queue(Setting.TRACKER_DEAD_QUEUE);
    return values.together(
        "queues",
        () ->
            new SqsSettings(
                List.of(
                    new SqsSettings.Queue(Queues.SANITIZATION, sanitization, sanitizationDead),
                    new SqsSettings.Queue(Queues.AUDIT, audit, auditDead),
                    new SqsSettings.Queue(Queues.RENDITIONS, renditions, renditionsDead),
                    new SqsSettings.Queue(Queues.HEAT_MAP, heatMap, heatMapDead),
                    new SqsSettings.Queue(Queues.ACTIVITY, activity, activityDead),
                    new SqsSettings.Queue(Queues.PICTURES, pictures, picturesDead),
                    new SqsSettings.Queue(Queues.TRACKER, tracker, trackerDead))),
        new SqsSettings(List.of()));
  }

  private TopicSettings topic() {
    TopicSettings direct = TopicSettings.direct(Queues.PICTURES);
    return values.get(
        Setting.PICTURES_TOPIC,
        arn -> new TopicSettings(Queues.PICTURES, Optional.of(arn)),
        direct);
  }

  /** Another stand-in for each, because no two queues may be the same. */
  private URI queue(Setting setting) {
    return values.need(setting, ServicesReader::url, NOWHERE.resolve("/" + setting.key()));
  }

  private static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notOne) {
      throw new IllegalArgumentException("not an address", notOne);
    }
  }

  private TableSettings tables() {
    int shards = values.number(Setting.RESERVE_SHARDS, 1, 64, TableSettings.DEFAULT_RESERVE_SHARDS);
    return values.need(
        Setting.TABLE_PREFIX,
        prefix -> new TableSettings(prefix, shards),
        TableSettings.of(STAND_IN));
  }

  /** Cognito: the issuer of a user pool's tokens follows from region and pool. */
  private String issuer(String region) {
    Optional<String> own = values.find(Setting.ISSUER, text -> url(text).toString());
    if (values.isGiven(Setting.ISSUER)) {
      return own.orElseGet(NOWHERE::toString);
    }
    String pool = values.need(Setting.USER_POOL_ID, ServicesReader::pool, STAND_IN);
    return "https://cognito-idp." + region + ".amazonaws.com/" + pool;
  }

  private static String pool(String text) {
    if (!text.matches("[A-Za-z0-9-]{1,40}_[A-Za-z0-9]{1,40}")) {
      throw new IllegalArgumentException("not the id of a user pool");
    }
    return text;
  }

  private Optional<AwsServices.Tracker> tracker() {
    Optional<URI> url = values.find(Setting.TRACKER_URL, ServicesReader::site);
    Optional<String> user = values.find(Setting.TRACKER_USER, text -> text);
    boolean hasUrl = values.find(Setting.TRACKER_URL, text -> text).isPresent();
    return values.together(
        Setting.TRACKER_URL.key() + " and " + Setting.TRACKER_USER.key(),
        () -> {
          if (hasUrl != user.isPresent()) {
            throw new IllegalArgumentException("both or none of them");
          }
          return url.map(site -> new AwsServices.Tracker(site, user.orElseThrow()));
        },
        Optional.empty());
  }

  private static URI site(String text) {
    URI site = url(text);
    JiraSettings.check(site);
    return site;
  }

  private SecretsSettings secrets() {
    Optional<String> entry = values.find(Setting.SECRET_ID, text -> text);
    List<byte[]> keys = new ArrayList<>();
    values.find(Setting.PAGE_TOKEN_KEY, ServicesReader::key).ifPresent(keys::add);
    values.find(Setting.PREVIOUS_PAGE_TOKEN_KEY, ServicesReader::key).ifPresent(keys::add);
    Optional<String> client = values.find(Setting.CLIENT_SECRET, text -> text);
    Optional<String> token = values.find(Setting.TRACKER_TOKEN, text -> text);
    if (entry.isPresent()) {
      return SecretsSettings.inSecretsManager(entry.get());
    }
    values.requireGiven(Setting.PAGE_TOKEN_KEY, "needed where there is no secret-id");
    return SecretsSettings.given(new GivenSecrets(keys, client, token));
  }

  private static byte[] key(String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      // Without its message, which quotes the key.
      throw new IllegalArgumentException("not base64", notBase64);
    }
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("fewer than 32 bytes");
    }
    return key;
  }
}
