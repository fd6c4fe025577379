package dev.sallyport.operations.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.json.JsonReader.Reading;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static final Shape SHAPE =
      ObjectShape.of(
          Member.required("n", new IntegerShape(0, 20)),
          Member.optional("t", TextShape.text(1, 5)),
          Member.optional("line", TextShape.line(5)),
          Member.optional("hex", TextShape.of("[0-9a-f]+", 4, "hexadecimal")),
          Member.optional("id", new UuidShape()),
          Member.optional("x", new NumberShape()),
          Member.optional("yes", new BooleanShape()),
          Member.nullable("who", TextShape.text(1, 5)),
          Member.optional("word", WordShape.of(List.of("one", "two"))),
          Member.optional("list", ArrayShape.unique(TextShape.text(0, 5), 1, 3)),
          Member.optional("map", new MapShape(new IntegerShape(-5, 5), 2, 3)),
          Member.optional(
              "either",
              new EitherShape(
                  List.of(TextShape.text(0, 5), ArrayShape.of(TextShape.text(0, 5), 0, 2)))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                               | /n required",
        "{`n`:null}                       | /n null_not_allowed",
        "{`n`:-1}                         | /n negative",
        "{`n`:1.5}                        | /n fraction",
        "{`n`:1e1}                        | /n fraction",
        "{`n`:21}                         | /n above_maximum",
        "{`n`:99999999999999999999999}    | /n above_maximum",
        "{`n`:-99999999999999999999999}   | /n negative",
        "{`n`:`1`}                        | /n wrong_type",
        "{`n`:[1]}                        | /n wrong_type",
        "{`n`:1,`n`:1}                    | /n duplicate_member",
        "{`n`:`bad`,`n`:1}                | /n wrong_type, /n duplicate_member",
        "{`n`:1,`a/b~c`:{`x`:[1,{}]}}     | /a~1b~0c unknown_field",
        "{`n`:1,`t`:``}                   | /t too_short",
        "{`n`:1,`t`:`123456`}             | /t too_long",
        "{`n`:1,`t`:`\\ud800`}            | /t lone_surrogate",
        "{`n`:1,`t`:`\\udc00\\ud800`}     | /t lone_surrogate",
        "{`n`:1,`line`:`  `}              | /line blank",
        "{`n`:1,`line`:`a\\nb`}           | /line control_character",
        "{`n`:1,`hex`:`xyz`}              | /hex bad_format",
        "{`n`:1,`id`:`1-1-1-1-1`}         | /id bad_format",
        "{`n`:1,`x`:1e999}                | /x not_finite",
        "{`n`:1,`x`:`1`}                  | /x wrong_type",
        "{`n`:1,`yes`:1}                  | /yes wrong_type",
        "{`n`:1,`yes`:null}               | /yes null_not_allowed",
        "{`n`:1,`word`:`three`}           | /word not_allowed",
        "{`n`:1,`list`:[]}                | /list too_few_items",
        "{`n`:1,`list`:[`a`,`b`,`c`,`d`]} | /list too_many_items",
        "{`n`:1,`list`:[`a`,`a`]}         | /list/1 duplicate",
        "{`n`:1,`list`:[`a`,1]}           | /list/1 wrong_type",
        "{`n`:1,`map`:{`a`:6}}            | /map/a above_maximum",
        "{`n`:1,`map`:{`a`:-6}}           | /map/a below_minimum",
        "{`n`:1,`map`:{`a`:1,`a`:1}}      | /map/a duplicate_member",
        "{`n`:1,`map`:{`abcd`:1}}         | /map/abcd bad_name",
        "{`n`:1,`map`:{``:1}}             | /map/ bad_name",
        "{`n`:1,`map`:{`a`:1,`b`:1,`c`:1}}| /map too_many_items",
        "{`n`:1,`either`:1}               | /either wrong_type",
        "[]                               | ` wrong_type`",
        "null                             | ` null_not_allowed`",
      })
  void namesTheFirstBrokenPlaceAndWhy(String text, String expected) {
    assertThat(violations(text)).isEqualTo(expected.strip());
  }

  private static String violations(String text) {
    return switch (read(text)) {
      case Reading.Breaks(List<Violation> found) ->
          String.join(", ", found.stream().map(v -> v.place() + " " + v.code()).toList()).strip();
      case Reading.Fits _ -> "fits";
      case Reading.Malformed _ -> "malformed";
    };
  }

  private static Reading read(String text) {
    return JsonReader.read(text.replace('`', '"').getBytes(StandardCharsets.UTF_8), SHAPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{`n`:1}{}",
        "{`n`:1} x",
        "{`n`:01}",
        "{`n`:NaN}",
        "{`n`:1,}",
        "{'n':1}",
        "{n:1}",
        "{`n`:1 /* */}",
        "{`n`:+1}",
        "{`t`:`a\tb`}",
        "{`n`:1,`x`:[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}"
      })
  void textsThatAreNoAcceptableJsonAreMalformed(String text) {
    assertThat(read(text)).isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void longNumbersNamesAndTextsAreMalformedBeforeTheyAreLookedAt() {
    assertThat(read("{`n`:" + "1".repeat(Json.MAX_NUMBER + 1) + "}"))
        .isInstanceOf(Reading.Malformed.class);
    assertThat(read("{`" + "n".repeat(Json.MAX_NAME + 1) + "`:1}"))
        .isInstanceOf(Reading.Malformed.class);
    assertThat(read("{`t`:`" + "n".repeat(2 * Json.MAX_TEXT) + "`}"))
        .isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void otherEncodingsThanUtf8AreMalformed() {
    byte[][] texts = {
      "{\"n\":1}".getBytes(StandardCharsets.UTF_16BE),
      "{\"n\":1}".getBytes(StandardCharsets.UTF_16LE),
      "{\"n\":1}".getBytes(StandardCharsets.UTF_16),
      {'{', '"', 't', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'},
      {'{', '"', 't', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'},
      {'{', '"', 't', '"', ':', '"', (byte) 0xFF, '"', '}'},
    };
    for (byte[] text : texts) {
      assertThat(JsonReader.read(text, SHAPE)).isInstanceOf(Reading.Malformed.class);
    }
  }

  @Test
  void valuesArriveAsTheShapeSays() {
    UUID id = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    Reading reading =
        read(
            "{`n`:20,`t`:`\\ud83d\\ude00`,`id`:`00000000-0000-4000-8000-00000000000A`,`x`:-0.0,"
                + "`yes`:true,`who`:null,`word`:`two`,`list`:[`a`],`map`:{`k`:5},`either`:[`e`]}");
    JsonObject object = (JsonObject) ((Reading.Fits) reading).value();
    assertThat(object.get("n", Long.class)).isEqualTo(20);
    assertThat(object.text("t")).isEqualTo("😀");
    assertThat(object.get("id", UUID.class)).isEqualTo(id);
    assertThat(object.get("x", Double.class)).isEqualTo(0.0);
    assertThat(object.get("yes", Boolean.class)).isTrue();
    assertThat(object.has("who")).isTrue();
    assertThat(object.isNull("who")).isTrue();
    assertThat(object.find("who", String.class)).isEmpty();
    assertThat(object.has("line")).isFalse();
    assertThat(object.list("list", String.class)).containsExactly("a");
    assertThat((Object) object.get("map", Map.class)).isEqualTo(Map.of("k", 5L));
    assertThat((Object) object.get("either", List.class)).isEqualTo(List.of("e"));
    assertThat(object.toString()).doesNotContain("two");
  }

  @Test
  void violationsStopAtTheirLimit() {
    StringBuilder text = new StringBuilder("{\"n\":1");
    for (int i = 0; i < 100; i++) {
      text.append(",\"unknown").append(i).append("\":1");
    }
    Reading.Breaks breaks = (Reading.Breaks) read(text.append('}').toString());
    assertThat(breaks.violations()).hasSize(Findings.MAX);
  }

  @Test
  void violationsRepeatNoValueAndCutNames() {
    Reading.Breaks breaks =
        (Reading.Breaks) read("{`n`:`secret-value`,`" + "x".repeat(500) + "`:`secret-value`}");
    assertThat(breaks.toString()).doesNotContain("secret-value");
    assertThat(breaks.violations())
        .allSatisfy(v -> assertThat(v.place().length()).isLessThanOrEqualTo(Findings.MAX_NAME + 1));
  }

  @Test
  void aFormIsChosenByTheMembersThatAreThere() {
    SequencedMap<String, ObjectShape> forms = new LinkedHashMap<>();
    forms.put(
        "numbers",
        ObjectShape.of(
            Member.required("a", new IntegerShape(0, 9)),
            Member.required("b", new IntegerShape(0, 9))));
    forms.put("list", ObjectShape.of(Member.required("c", TextShape.text(0, 9))));
    Shape shape = VariantShape.byMembers(forms);
    assertThat(codes("{\"a\":1,\"b\":1}", shape)).isEmpty();
    assertThat(codes("{\"c\":\"\"}", shape)).isEmpty();
    assertThat(codes("{}", shape)).containsExactly("/a required", "/b required");
    assertThat(codes("{\"b\":1}", shape)).containsExactly("/a required");
    assertThat(codes("{\"b\":1,\"c\":\"\"}", shape))
        .containsExactly("/a required", "/c mixed_forms");
    assertThat(codes("{\"a\":\"\",\"b\":1}", shape)).containsExactly("/a wrong_type");
  }

  @Test
  void aFormIsChosenByItsTag() {
    SequencedMap<String, ObjectShape> forms = new LinkedHashMap<>();
    forms.put("one", ObjectShape.of(Member.required("a", new IntegerShape(0, 9))));
    forms.put("two", ObjectShape.of(Member.optional("b", new IntegerShape(0, 9))));
    Shape shape = VariantShape.byTag("type", forms);
    assertThat(codes("{\"a\":1,\"type\":\"one\"}", shape)).isEmpty();
    assertThat(codes("{\"type\":\"two\"}", shape)).isEmpty();
    assertThat(codes("{\"a\":1,\"type\":\"two\"}", shape)).containsExactly("/a mixed_forms");
    assertThat(codes("{\"type\":\"one\"}", shape)).containsExactly("/a required");
    assertThat(codes("{\"type\":\"three\"}", shape)).containsExactly("/type not_allowed");
    assertThat(codes("{\"a\":1}", shape)).containsExactly("/type required");
  }

  private static List<String> codes(String text, Shape shape) {
    return switch (JsonReader.read(text.getBytes(StandardCharsets.UTF_8), shape)) {
      case Reading.Breaks(List<Violation> found) ->
          found.stream().map(v -> v.place() + " " + v.code()).toList();
      case Reading.Fits _ -> List.of();
      case Reading.Malformed _ -> List.of("malformed");
    };
  }

  @Test
  void noBytesWhateverCauseAnException() {
    long seed = 20261121;
    Random random = new Random(seed);
    byte[] sample =
        "{\"n\":20,\"t\":\"\\ud83d\\ude00é\",\"x\":-0.5e3,\"list\":[\"a\",\"b\"],\"map\":{\"k\":5}}"
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 5000; round++) {
      byte[] text = sample.clone();
      for (int change = random.nextInt(1, 6); change > 0; change--) {
        int at = random.nextInt(text.length);
        text[at] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : sample[random.nextInt(sample.length)];
      }
      Reading reading = JsonReader.read(text, SHAPE);
      assertThat(reading).as("seed %d, round %d", seed, round).isNotNull();
      if (reading instanceof Reading.Breaks(List<Violation> violations)) {
        assertThat(violations).as("seed %d, round %d", seed, round).isNotEmpty();
      }
    }
  }
}
