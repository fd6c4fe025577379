package dev.sallyport.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static Map<String, Optional<String>> read(String event) throws IOException {
    Map<String, Optional<String>> found = new LinkedHashMap<>();
    EventReader.read(
        RecordedEvents.stream(event), (name, reader) -> found.put(name, reader.find()));
    return found;
  }

  private static void skipAll(String event) throws IOException {
    EventReader.read(RecordedEvents.stream(event), (_, reader) -> reader.skip());
  }

  @Test
  void scalarsAreTextsAndEverythingElseIsNothing() throws IOException {
    assertThat(
            read(
                """
                {"text": "a", "number": 1.50, "true": true, "false": false, "null": null,
                 "object": {"text": "b", "deep": [{}]}, "array": ["c", ["d"]], "last": "e"}
                """))
        .containsExactly(
            Map.entry("text", Optional.of("a")),
            Map.entry("number", Optional.of("1.50")),
            Map.entry("true", Optional.of("true")),
            Map.entry("false", Optional.of("false")),
            Map.entry("null", Optional.empty()),
            Map.entry("object", Optional.empty()),
            Map.entry("array", Optional.empty()),
            Map.entry("last", Optional.of("e")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"a\", null, {}, [\"x\"], 2] | a;2",
        "\"one\" | one",
        "null | ``",
        "{\"a\": \"b\"} | ``",
        "[] | ``"
      })
  void aListIsItsTextsWhateverStandsBetween(String json, String expected) throws IOException {
    List<String> texts = new ArrayList<>();
    EventReader.read(
        RecordedEvents.stream("{\"list\": " + json + ", \"after\": \"z\"}"),
        (_, reader) -> texts.addAll(reader.texts()));
    assertThat(String.join(";", texts)).isEqualTo(expected.isEmpty() ? "z" : expected + ";z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "\"text\"", "1", "null", "[{\"a\":1}]"})
  void anEventIsAnObject(String event) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> skipAll(event))
        .withMessage("an event is a JSON object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "{\"authorization\": \"Bearer hunter2",
        "{\"authorization\": hunter2}",
        "{\"authorization\": \"hunter2\"",
        "{\"authorization\": \"hunter2\", ",
        "{\"authorization\": [\"hunter2\"",
        "{\"authorization\": \"hunter2\" \"x\"}",
        "{\"hunter2",
        "{hunter2: 1}",
        "{\"a\": \"hunter2\\x\"}",
        "{\"a\": \"hunter2\n\"}",
        "{\"a\": 1hunter2}",
        "{\"a\": [1}"
      })
  void mistakesAreToldByTheirPlaceAndQuoteNothing(String event) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> skipAll(event))
        .withMessageMatching("an event is no JSON from byte \\d+")
        // The runtime writes messages of causes too.
        .withNoCause();
  }

  @Test
  void everyTruncationOfARealEventIsToldApartFromTheWholeOfIt() throws IOException {
    String event = RecordedEvents.text("http-api-post.json").strip();
    skipAll(event);
    for (int length = 0; length < event.length(); length++) {
      String part = event.substring(0, length);
      assertThatExceptionOfType(IOException.class)
          .as("%d characters", length)
          .isThrownBy(() -> skipAll(part))
          .withNoCause();
    }
  }

  @Test
  void depthAndSizeAreBounded() throws IOException {
    skipAll("{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> skipAll("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"))
        .withMessage("an event is larger or deeper than it may be")
        .withNoCause();
    String megabyte = "\"" + "x".repeat(1 << 20) + "\",";
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> skipAll("{\"a\":[" + megabyte.repeat(9) + "0]}"))
        .withMessage("an event is larger or deeper than it may be");
  }

  @Test
  void theLargestEventThatLambdaSendsIsTaken() throws IOException {
    String body = "x".repeat(6 << 20);
    assertThat(read("{\"body\":\"" + body + "\"}")).containsEntry("body", Optional.of(body));
  }

  @Test
  void aNameAsLongAsTheGatewayLetsThroughIsTaken() throws IOException {
    String name = "n".repeat(10_240);
    assertThat(read("{\"" + name + "\":\"1\"}")).containsOnlyKeys(name);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> skipAll("{\"" + "n".repeat(200_000) + "\":\"1\"}"))
        .withMessage("an event is larger or deeper than it may be");
  }

  @Test
  void asManyItemsAndMembersAsALargestBatchAreKept() throws IOException {
    List<String> texts = new ArrayList<>();
    String items = "1,".repeat(EventReader.MOST_ITEMS - 1) + "1";
    EventReader.read(
        RecordedEvents.stream("{\"a\":[" + items + "]}"),
        (_, reader) -> texts.addAll(reader.texts()));
    assertThat(texts).hasSize(EventReader.MOST_ITEMS);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() ->
            EventReader.read(
                RecordedEvents.stream("{\"a\":[" + items + ",1]}"), (_, reader) -> reader.texts()))
        .withMessage("an event has too many items");
    StringBuilder members = new StringBuilder();
    for (int i = 0; i <= EventReader.MOST_ITEMS; i++) {
      members.append(i == 0 ? "" : ",").append('"').append(i).append("\":1");
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() ->
            EventReader.read(
                RecordedEvents.stream("{\"a\":{" + members + "}}"),
                (_, reader) -> reader.textMembers()))
        .withMessage("an event has too many members");
  }

  @Test
  void ofTwoMembersOfOneNameTheLastOneCounts() throws IOException {
    assertThat(read("{\"a\":\"1\",\"a\":\"2\"}")).containsExactly(Map.entry("a", Optional.of("2")));
  }
}
