package dev.sallyport.domain.attachment.policy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;

/**
 * Values that the tests of this package share; the credentials are those of AWS's published
 * examples.
 */
final class Samples {
  static final SigningCredentials AWS_EXAMPLE =
      SigningCredentials.of("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  static final String REGION = "us-east-1";
  static final Instant NOW = Instant.parse("2026-11-21T08:00:00.250Z");
  static final URI BUCKET_URL = URI.create("http://127.0.0.1:8080/storage/quarantine");

  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
          + " -._~!$&'()*+,;=:@%/\"\\#?<>|\u00e4\u20ac\ud83d\ude80";

  private Samples() {}

  static CredentialLookup knows(SigningCredentials credentials) {
    return id -> Optional.of(credentials).filter(known -> known.accessKeyId().equals(id));
  }

  static PostRequest post(String key) {
    return new PostRequest(
        "quarantine",
        key,
        REGION,
        BUCKET_URL,
        Duration.ofMinutes(5),
        1,
        200,
        Optional.empty(),
        Optional.empty(),
        new Encryption.None(),
        new LinkedHashMap<>());
  }

  static PostRequest randomPost(Random random) {
    long min = random.nextInt(1000);
    SequencedMap<String, String> extra = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      extra.put("x-amz-meta-" + i, text(random, 30));
    }
    if (random.nextBoolean()) {
      extra.put("success_action_status", "201");
    }
    return new PostRequest(
        "bucket-" + random.nextInt(100),
        "attachments/" + text(random, 40),
        REGION,
        BUCKET_URL,
        Duration.ofMillis(1000 + random.nextInt(600_000)),
        min,
        min + random.nextInt(1_000_000),
        random.nextBoolean() ? Optional.of("image/" + text(random, 8)) : Optional.empty(),
        random.nextBoolean()
            ? Optional.of("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
            : Optional.empty(),
        randomEncryption(random),
        extra);
  }

  private static Encryption randomEncryption(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Encryption.None();
      case 1 -> new Encryption.Aes256();
      default ->
          new Encryption.Kms("arn:aws:kms:us-east-1:111122223333:key/" + random.nextInt(1000));
    };
  }

  static UrlRequest get(String key) {
    return new UrlRequest(
        UrlRequest.Method.GET,
        URI.create("http://127.0.0.1:8080/storage/clean"),
        key,
        REGION,
        Duration.ofMinutes(5),
        new LinkedHashMap<>(),
        new LinkedHashMap<>());
  }

  static UrlRequest randomUrl(Random random) {
    SequencedMap<String, String> query = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      query.put("response-content-disposition", "attachment; filename=\"" + text(random, 20) + '"');
    }
    if (random.nextBoolean()) {
      query.put("versionId", text(random, 12));
    }
    if (random.nextBoolean()) {
      query.put("x-id", "GetObject");
    }
    SequencedMap<String, String> headers = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      headers.put("content-type", "image/png");
    }
    if (random.nextBoolean()) {
      headers.put("x-amz-meta-tag", "v  " + random.nextInt(100) + " ");
    }
    UrlRequest.Method[] methods = UrlRequest.Method.values();
    return new UrlRequest(
        methods[random.nextInt(methods.length)],
        URI.create(
            random.nextBoolean() ? "http://127.0.0.1:8080/storage/clean" : "https://clean.example"),
        text(random, 50),
        REGION,
        Duration.ofSeconds(1 + random.nextInt(604_800)),
        query,
        headers);
  }

  static SigningCredentials randomCredentials(Random random) {
    Optional<String> token =
        random.nextBoolean()
            ? Optional.of("FwoGZXIvYXdzE//" + random.nextLong() + "==")
            : Optional.empty();
    return new SigningCredentials(
        "AKIA" + random.nextInt(1_000_000), "secret/" + random.nextLong(), token);
  }

  /**
   * 1 to {@code longest} characters of every kind, whole surrogate pairs included; never a form
   * variable.
   */
  static String text(Random random, int longest) {
    int[] letters = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(longest); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }
}
