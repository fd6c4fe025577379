package dev.sallyport.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private final Routes routes =
      new Routes(
          List.of(
              operation("GET", "/"),
              operation("GET", "/a"),
              operation("PUT", "/a"),
              operation("GET", "/a/{x}"),
              operation("GET", "/a/literal"),
              operation("GET", "/a/{x}/b/{y}")));

  private static HttpOperation operation(String method, String path) {
    HttpOperation.Builder builder =
        HttpOperation.of("op", method, path, AccessRule.PUBLIC)
            .summary("A thing.")
            .answers(200, "Done.", ObjectShape.of());
    for (String name : new PathTemplate(path).names()) {
      builder.takes(Parameter.path(name, TextShape.text(1, 9), "A hole."));
    }
    return builder.calls(_ -> Answer.refuse(ErrorCode.INTERNAL));
  }

  @Test
  void holesTakeWholeSegments() {
    Routes.Match match = routes.find("/a/1%2F2/b/3").orElseThrow();
    assertThat(match.segments()).containsExactly("1%2F2", "3");
    assertThat(match.operations().keySet()).containsExactly("GET");
  }

  @Test
  void aLiteralWinsOverAHole() {
    assertThat(routes.find("/a/literal").orElseThrow().segments()).isEmpty();
    assertThat(routes.find("/a/literals").orElseThrow().segments()).containsExactly("literals");
  }

  @Test
  void allMethodsOfAPathAreKnown() {
    assertThat(routes.find("/a").orElseThrow().operations().keySet()).containsExactly("GET", "PUT");
    assertThat(routes.find("/").orElseThrow().operations().keySet()).containsExactly("GET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "//",
        "/a/",
        "/a//b/1",
        "/b",
        "/a/1/b",
        "/a/1/b/",
        "/a/1/b/2/c",
        "/A",
        "*",
        "/a/../a"
      })
  void otherPathsAreUnknown(String path) {
    assertThat(routes.find(path)).isEmpty();
  }

  @Test
  void twoOperationsCannotShareMethodAndPath() {
    List<HttpOperation> twice = List.of(operation("GET", "/a/{x}"), operation("GET", "/a/{y}"));
    assertThatThrownBy(() -> new Routes(twice)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "/a/", "/a/{", "/a/{}", "/a b", "//", "/a/{x}y"})
  void templatesHaveOnlyLiteralsAndHoles(String text) {
    assertThatThrownBy(() -> new PathTemplate(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
