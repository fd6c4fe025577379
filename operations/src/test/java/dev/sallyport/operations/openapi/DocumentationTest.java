package dev.sallyport.operations.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private final Product product = new Product();

  @Test
  void theDocumentIsServedAsItWasBuilt() {
    Received answer = product.send("GET", "/openapi.json").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.text()).contains("\"openapi\" : \"3.1.1\"", "\"securitySchemes\"");
  }

  @Test
  void thePageSaysInWordsWhoMayCall() {
    String script = product.send("GET", "/docs.js").send().text();
    for (AccessRule rule : AccessRule.values()) {
      assertThat(script).contains("  " + rule.name() + ": '");
    }
  }

  @Test
  void thePageNeedsNoOtherHostAndNoInlineScript() {
    for (String path : List.of("/", "/docs")) {
      Received page = product.send("GET", path).send();
      assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'")
          .doesNotContain("unsafe");
      assertThat(page.text()).doesNotContain("http://", "https://", "<style", "onclick");
    }
    for (String path : List.of("/docs.js", "/docs.css")) {
      Received file = product.send("GET", path).send();
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.text()).doesNotContain("http://", "https://", "innerHTML", "eval(");
    }
  }
}
