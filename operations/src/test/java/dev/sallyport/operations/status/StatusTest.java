package dev.sallyport.operations.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Product;
import org.junit.jupiter.api.Test;

class StatusTest {
  private final Product product = new Product();

  @Test
  void theStatusIsOnline() {
    assertThat(product.send("GET", "/service/status").send().text())
        .isEqualTo(
            "{\"status\":\"online\",\"version\":\"0.1.0\",\"time\":\"2026-11-21T10:00:00Z\"}");
  }

  @Test
  void theLimitsAreThoseInForce() {
    assertThat(product.send("GET", "/service/operations/limits").as("admin").send().text())
        .contains(
            "\"maxEncrypted\":20,\"maxPlain\":20,\"lifeSeconds\":300,\"maxBytes\":209715200",
            "\"accepted\":[\"JPEG\",\"PNG\",\"GIF\",",
            "\"MINIDUMP\"],\"maxPixels\":50000000",
            "\"archives\":{\"maxMembers\":1000,\"maxBytes\":419430400,\"maxRatio\":100,\"maxDepth\":3}",
            "\"malwareScan\":false");
  }
}
