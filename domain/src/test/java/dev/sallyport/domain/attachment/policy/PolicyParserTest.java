package dev.sallyport.domain.attachment.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParserTest {
  private static final String EXPIRATION = "\"expiration\":\"2026-11-21T08:00:00Z\"";

  @Test
  void readsEveryDocumentedShape() {
    String json =
        """
        { "conditions": [
            {"bucket": "x"}, ["eq", "$key", "x"], ["starts-with", "$Key", "user/"], ["starts-with", "$acl", ""],
            ["content-length-range", 1, 2]
          ], "expiration": "2026-11-21T08:00:00.123Z" }
        """;
    assertThat(parse(json))
        .isEqualTo(
            new PolicyParse.Parsed(
                new PostPolicy(
                    Instant.parse("2026-11-21T08:00:00.123Z"),
                    List.of(
                        new PolicyCondition.Exact("bucket", "x"),
                        new PolicyCondition.Exact("key", "x"),
                        new PolicyCondition.StartsWith("Key", "user/"),
                        new PolicyCondition.StartsWith("acl", ""),
                        new PolicyCondition.ContentLengthRange(1, 2)))));
  }

  @Test
  void whatTheWriterWritesIsReadBack() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<PolicyCondition> conditions = new ArrayList<>();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        conditions.add(
            switch (random.nextInt(3)) {
              case 0 -> new PolicyCondition.Exact(Samples.text(random, 10), anyText(random));
              case 1 -> new PolicyCondition.StartsWith(Samples.text(random, 10), anyText(random));
              default -> {
                long min = random.nextLong(1L << 40);
                yield new PolicyCondition.ContentLengthRange(min, min + random.nextLong(1L << 40));
              }
            });
      }
      PostPolicy policy =
          new PostPolicy(Instant.ofEpochMilli(random.nextLong(253_402_300_799_999L)), conditions);
      assertThat(parse(policy.toJson()))
          .as("seed %d, %s", seed, policy.toJson())
          .isEqualTo(new PolicyParse.Parsed(policy));
    }
  }

  @Test
  void hostileBytesNeverEscapeAsAnException() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] good =
        document("{\"bucket\":\"b\"},[\"eq\",\"$key\",\"\\u00e4\\\\\"]")
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 3000; round++) {
      byte[] bad = Arrays.copyOf(good, 1 + random.nextInt(good.length));
      for (int i = random.nextInt(4); i >= 0; i--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      assertThat(PolicyParser.parse(bad)).as("seed %d, round %d", seed, round).isNotNull();
    }
    for (int length = 0; length < good.length; length++) {
      assertThat(PolicyParser.parse(Arrays.copyOf(good, length)))
          .as("cut to %d", length)
          .isInstanceOf(PolicyParse.Malformed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{\"expiration\"",
        "{\"expiration\":null}",
        "{,}",
        "{\"expiration\":\"2026",
        "\ufeff{}",
        "{'expiration':'2026-11-21T08:00:00Z'}",
        "{}x"
      })
  void brokenDocumentsAreInvalidJsonOrIncomplete(String json) {
    assertThat(reason(json)).isIn("Invalid JSON.", "Policy missing expiration.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"bucket\":\"x\"},",
        "{\"bucket\" \"x\"}",
        "{\"bucket\":\"x\"} {\"key\":\"y\"}",
        "[\"eq\",\"key\",\"x\"]",
        "[\"eq\",\"$\",\"x\"]",
        "[\"eq\",\"$key\",1]",
        "[\"eq\",[\"$key\"],\"x\"]",
        "[1,\"$key\",\"x\"]",
        "[\"content-length-range\",-1,2]",
        "[\"content-length-range\",0,1.0]",
        "[\"content-length-range\",0,1e3]",
        "[\"content-length-range\",00,1]",
        "[\"content-length-range\",\"x\",\"10\"]",
        "[\"content-length-range\",\"1 \",\"10\"]",
        "[\"content-length-range\",0,1000000000000000000000]",
        "[\"content-length-range\",0,null]",
        "{\"\":\"x\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\u0000\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":\"\\ud800x\"}",
        "{\"a\":\"open}",
        "{\"a\":\"\\u\uff11\uff11\uff11\uff11\"}"
      })
  void brokenConditionsAreInvalidJson(String conditions) {
    assertThat(reason(document(conditions))).isEqualTo("Invalid JSON.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.",
        "{\"a\":\"b\",\"c\":\"d\"}|Invalid Simple-Condition: Simple-Conditions must have exactly"
            + " one property specified.",
        "{\"a\":\"b\",\"a\":\"b\"}|Invalid Simple-Condition: Simple-Conditions must have exactly"
            + " one property specified.",
        "{\"a\":1}|Invalid Simple-Condition: value must be a string.",
        "{\"a\":{\"a\":\"b\"}}|Invalid Simple-Condition: value must be a string.",
        "[]|Invalid Condition: missing operation identifier.",
        "[\"ends-with\",\"$key\",\"x\"]|Invalid Condition: unknown operation 'ends-with'.",
        "[\"eq\",\"$key\"]|Invalid eq: wrong number of arguments.",
        "[\"eq\"]|Invalid eq: wrong number of arguments.",
        "[\"eq\",\"$key\",\"x\",\"y\"]|Invalid eq: wrong number of arguments.",
        "[\"content-length-range\",1]|Invalid content-length-range: wrong number of arguments.",
        "[\"content-length-range\",2,1]|Invalid content-length-range: minimum exceeds maximum.",
        "\"x\"|Invalid condition test: must be a List or Object.",
        "1|Invalid condition test: must be a List or Object.",
      })
  void conditionsOfAnotherShapeAreNamed(String conditions, String reason) {
    assertThat(reason(document(conditions))).isEqualTo(reason);
  }

  @Test
  void membersMustBeThereOnceAndBeKnown() {
    assertThat(reason("{" + EXPIRATION + "}")).isEqualTo("Policy missing conditions.");
    assertThat(reason("{" + EXPIRATION + ",\"conditions\":[]}"))
        .isEqualTo("Policy missing conditions.");
    assertThat(reason("{\"conditions\":[{\"a\":\"b\"}]}")).isEqualTo("Policy missing expiration.");
    assertThat(reason("{" + EXPIRATION + ',' + EXPIRATION + ",\"conditions\":[{\"a\":\"b\"}]}"))
        .isEqualTo("Unexpected: 'expiration'");
    assertThat(
            reason(
                "{\"conditions\":[{\"a\":\"b\"}],\"conditions\":[{\"a\":\"b\"}],"
                    + EXPIRATION
                    + "}"))
        .isEqualTo("Unexpected: 'conditions'");
    assertThat(reason("{\"Statement\":[]}")).isEqualTo("Unexpected: 'statement'");
    assertThat(reason("{\"EXPIRATION\":\"2026-11-21T08:00:00Z\"}"))
        .isEqualTo("Unexpected: 'expiration'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-21T08:00:00",
        "2026-11-21 08:00:00Z",
        "2026-11-21T08:00:00+00:00",
        "2026-13-21T08:00:00Z",
        "2026-02-30T08:00:00Z",
        "2026-11-21T24:00:00Z",
        "2026-11-21T08:00:60Z",
        "2026-11-21T08:00:00.1Z",
        "2026-11-21T08:00:00.123456Z",
        "2026-11-21t08:00:00z",
        "+2026-11-21T08:00:00Z",
        "1795248000"
      })
  void expirationHasOneOfTwoForms(String expiration) {
    assertThat(reason("{\"expiration\":\"" + expiration + "\",\"conditions\":[{\"a\":\"b\"}]}"))
        .isEqualTo("Invalid 'expiration' value: '" + expiration + "'");
  }

  @Test
  void deepAndHugeDocumentsEndEarly() {
    assertThat(reason("[".repeat(20_000))).isEqualTo("Invalid JSON.");
    assertThat(reason("{\"conditions\":".repeat(1_000))).isEqualTo("Invalid JSON.");
    assertThat(reason(document("[".repeat(10_000) + "]".repeat(10_000))))
        .isEqualTo("Invalid JSON.");
    String large = document("{\"a\":\"" + "x".repeat(PolicyParser.LARGEST) + "\"}");
    assertThat(reason(large)).isEqualTo("Invalid JSON.");
  }

  @Test
  void bytesThatAreNoUtf8AreInvalidJson() {
    String json = document("{\"a\":\"?\"}");
    for (int bad : new int[] {0xff, 0xc0, 0x80, 0xed}) {
      byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
      bytes[json.indexOf('?')] = (byte) bad;
      assertThat(PolicyParser.parse(bytes)).isEqualTo(new PolicyParse.Malformed("Invalid JSON."));
    }
  }

  @Test
  void readsTheEscapesThatAwsLists() {
    String conditions = "{\"a\":\"\\\\\\$\\b\\f\\n\\r\\t\\v\\/\\\"\\u20aC\\ud83d\\ude80\\u0000\"}";
    assertThat(parse(document(conditions)))
        .isInstanceOfSatisfying(
            PolicyParse.Parsed.class,
            parsed ->
                assertThat(parsed.policy().conditions())
                    .containsExactly(
                        new PolicyCondition.Exact(
                            "a", "\\$\b\f\n\r\t\u000b/\"\u20ac\ud83d\ude80\u0000")));
  }

  @Test
  void boundsInQuotesAndOperatorsInAnyCaseAreRead() {
    assertThat(
            parse(
                document(
                    "[\"Content-Length-Range\",\"5\",\"10\"],[\"StArTs-WiTh\",\"$KeY\",\"\"]")))
        .isInstanceOfSatisfying(
            PolicyParse.Parsed.class,
            parsed ->
                assertThat(parsed.policy().conditions())
                    .containsExactly(
                        new PolicyCondition.ContentLengthRange(5, 10),
                        new PolicyCondition.StartsWith("KeY", "")));
  }

  private static String anyText(Random random) {
    String text = Samples.text(random, 20);
    return random.nextInt(4) == 0 ? text + (char) random.nextInt(' ') : text;
  }

  private static String document(String conditions) {
    return "{" + EXPIRATION + ",\"conditions\":[" + conditions + "]}";
  }

  private static PolicyParse parse(String json) {
    return PolicyParser.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(String json) {
    return switch (parse(json)) {
      case PolicyParse.Parsed(PostPolicy policy) -> "parsed " + policy;
      case PolicyParse.Malformed(String reason) -> reason;
    };
  }
}
