package dev.sallyport.operations.report;

import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.util.UUID;

/** Ways of tests to have reports in a product. */
final class Reports {
  private final Product product;
  private int next;

  Reports(Product product) {
    this.product = product;
  }

  /** A grant of one form. */
  record Granted(String receipt, String id) {}

  Granted grant() {
    JsonObject granted =
        product
            .send("POST", "/service/upload")
            .json("{\"encryptedPosts\":1,\"plainPosts\":0}")
            .send()
            .body();
    return new Granted(
        granted.text("receipt"),
        granted
            .list("uploads", JsonObject.class)
            .getFirst()
            .get("attachmentId", UUID.class)
            .toString());
  }

  /** A body with a client report id of its own and more members, such as {@code "build":"1"}. */
  String body(String more) {
    next++;
    return "{\"clientReportId\":\""
        + new UUID(0x4000, next)
        + "\",\"title\":\"It broke\",\"severity\":\"HIGH\""
        + (more.isEmpty() ? "" : "," + more)
        + "}";
  }

  Received submit(String body) {
    return product.send("POST", "/service/reports").json(body).send();
  }

  Received submit(String body, String receipts) {
    return product
        .send("POST", "/service/reports")
        .json(body)
        .header("Sallyport-Receipt", receipts)
        .send();
  }

  /** Submits and returns the id. */
  String submitted(String more) {
    return submit(body(more)).body().get("reportId", UUID.class).toString();
  }
}
