package dev.sallyport.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryStringTest {
  @Test
  void decodesNamesAndValuesInTheirOrder() {
    assertThat(QueryString.parse("a=1&b=%C3%A4+x&a=2&c&=d", 10))
        .contains(
            Map.of(
                "a", List.of("1", "2"),
                "b", List.of("\u00e4 x"),
                "c", List.of(""),
                "", List.of("d")));
  }

  @Test
  void noQueryHasNoParameters() {
    assertThat(QueryString.parse(null, 1)).contains(Map.of());
    assertThat(QueryString.parse("", 1)).contains(Map.of());
    assertThat(QueryString.parse("&&", 5)).contains(Map.of());
  }

  @Test
  void refusesWhatItWouldHaveToGuess() {
    for (String query : List.of("a=%", "a=%2", "a=%gg", "%zz=1", "a=%ff", "a=%c3%28", "a=%u0041")) {
      assertThat(QueryString.parse(query, 10)).as(query).isEmpty();
    }
  }

  @Test
  void refusesMoreThanTheMost() {
    assertThat(QueryString.parse("a&b&c", 3)).isPresent();
    assertThat(QueryString.parse("a&b&c&d", 3)).isEmpty();
    assertThat(QueryString.parse("&".repeat(100), 3)).isEmpty();
  }
}
