package dev.sallyport.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.media.rebuild.RemovalTally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the scanner with regular expressions that say the same in another language. */
class RegexDifferenceTest {
  private static final Map<Pattern, String> EXPRESSIONS = new LinkedHashMap<>();

  static {
    String octet = "(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)";
    put("(?i)(authorization: (?:bearer|basic) +)[\\w.~+/=-]+", "$1[redacted:bearer-token]");
    put("(?m)(?i)(cookie: )[^\\r\\n]+", "$1[redacted:cookie]");
    put(
        "([?&](?:token|key|signature|password)=)[^\\s\"'&<>(){}\\[\\]|#`\\\\]+",
        "$1[redacted:query-secret]");
    put("((?<![?&\\w])password=)[^\\s\"',;&<>(){}\\[\\]|]+", "$1[redacted:access-key]");
    put("\\bAKIA[A-Z0-9]{16,}", "[redacted:access-key]");
    put("\\beyJ[\\w-]{10,500}\\.[\\w-][\\w.-]*", "[redacted:jwt]");
    put("((?:/home/|/Users/))[^/\\\\\\s\"'`:;,<>|()\\[\\]{}?#&=*]+", "$1[redacted:home-path]");
    put("\\w[\\w.%+-]{0,63}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}", "[redacted:email]");
    put("(?<![\\w.])" + octet + "(?:\\." + octet + "){3}(?!\\d|\\.\\d)", "[redacted:ipv4]");
  }

  private static void put(String expression, String replacement) {
    EXPRESSIONS.put(Pattern.compile(expression), replacement);
  }

  private static String byExpressions(String text) {
    String result = text;
    for (Map.Entry<Pattern, String> entry : EXPRESSIONS.entrySet()) {
      result = entry.getKey().matcher(result).replaceAll(entry.getValue());
    }
    return result;
  }

  @Test
  void logsAreRedactedAsByRegularExpressions() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      StringBuilder log = new StringBuilder();
      for (int line = 0; line < 100; line++) {
        log.append(line(random)).append('\n');
      }
      assertThat(TextRun.text(log.toString()).text())
          .as("seed %d", seed)
          .isEqualTo(byExpressions(log.toString()));
    }
  }

  @Test
  void logsAreRedactedAsByRegularExpressionsHoweverTheyAreCut() throws IOException {
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      StringBuilder log = new StringBuilder();
      while (log.length() < 150_000) {
        log.append(line(random)).append('\n');
      }
      byte[] bytes = log.toString().getBytes(StandardCharsets.US_ASCII);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RemovalTally removed = new RemovalTally();
      TextStage stages = new TextCleaner(new Redactor(new SinkStage(out), removed), removed, false);
      for (int from = 0; from < bytes.length; ) {
        int size = random.nextInt(3) == 0 ? random.nextInt(70_000) : random.nextInt(40);
        int to = Math.min(bytes.length, from + size);
        stages.accept(bytes, from, to);
        from = to;
      }
      stages.finish();
      assertThat(out.toString(StandardCharsets.US_ASCII).equals(byExpressions(log.toString())))
          .as("seed %d", seed)
          .isTrue();
    }
  }

  private static String line(Random random) {
    String prefix =
        "2026-11-21T%02d:%02d:%02d.%03dZ [worker-%d] "
            .formatted(
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt(1000),
                random.nextInt(9));
    return prefix
        + switch (random.nextInt(12)) {
          case 0 -> "login of user%d@mail.example%d.com".formatted(number(random), number(random));
          case 1 ->
              "peer 10.%d.%d.%d:%d"
                  .formatted(number(random), number(random), number(random), number(random));
          case 2 -> "open /home/alice%d/save%d.dat".formatted(number(random), number(random));
          case 3 ->
              "GET /api?page=%d&token=%x&x=1 200".formatted(number(random), random.nextLong());
          case 4 -> "Authorization: Bearer %x%x".formatted(random.nextLong(), random.nextLong());
          case 5 -> "Cookie: sid=%x; theme=dark".formatted(random.nextLong());
          case 6 ->
              "connect with password=p%d, retries=%d".formatted(number(random), number(random));
          case 7 ->
              "version 1.%d.%d.%d.%d of the engine"
                  .formatted(number(random), number(random), number(random), number(random));
          case 8 -> "key AKIAIOSFODNN7EXAMPL%d used".formatted(random.nextInt(10));
          case 9 ->
              "jwt eyJhbGciOiJIUzI1NiJ9.eyJ%x.%x end"
                  .formatted(random.nextLong(), random.nextLong());
          case 10 ->
              "loaded /Users/bob/Library in %d ms (a::b, c=%d)"
                  .formatted(number(random), number(random));
          default ->
              "frame %d took %d.%d ms, 50%% of budget; std::vector<int> %d"
                  .formatted(number(random), number(random), number(random), number(random));
        };
  }

  private static int number(Random random) {
    return random.nextInt(400);
  }
}
