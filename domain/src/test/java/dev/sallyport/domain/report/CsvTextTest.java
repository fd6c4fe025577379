package dev.sallyport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\uff1d1", "\uff0b1", "\uff0d1",
        "\uff20x"
      })
  void whatBeginsLikeAFormulaIsNone(String text) {
    assertThat(CsvText.harmless(text)).isEqualTo("'" + text);
    assertThat(CsvText.row(List.of(CsvText.harmless(text)))).startsWith("\"'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "'=1", " =", "1-2", "\u00e4"})
  void everythingElseStaysAsItIs(String text) {
    assertThat(CsvText.harmless(text)).isEqualTo(text);
  }

  @Test
  void cellsHoldWhateverStandsInThem() {
    assertThat(CsvText.row(List.of("a", "say \"b\", c", "d\r\ne", "")))
        .isEqualTo("\"a\",\"say \"\"b\"\", c\",\"d\r\ne\",\"\"\r\n");
  }
}
