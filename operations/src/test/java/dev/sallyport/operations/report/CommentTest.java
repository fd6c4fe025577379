package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.report.Comment;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommentTest {
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final Product product = new Product();
  private final String report = new Reports(product).submitted("");
  private final String path = "/service/reports/" + report + "/comments";

  private Received write(String body) {
    return product.send("POST", path).as("triager").json(body).send();
  }

  private String written(String text) {
    Received answer = write("{\"text\":\"" + text + "\"}");
    return path + "/" + answer.body().get("commentId", UUID.class);
  }

  private Received patch(String comment, String token, String tag, String body) {
    return product.send("PATCH", comment).as(token).header("If-Match", tag).json(body).send();
  }

  private Received delete(String comment, String token, String tag) {
    return product.send("DELETE", comment).as(token).header("If-Match", tag).send();
  }

  private List<String> texts() {
    return product
        .send("GET", path)
        .as("triager")
        .send()
        .body()
        .list("comments", JsonObject.class)
        .stream()
        .map(comment -> comment.text("text"))
        .toList();
  }

  @Test
  void theAuthorIsWhoIsSignedIn() {
    Received answer = write("{\"text\":\"Seen it too.\\nTwice.\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.body().text("author")).isEqualTo("s-triager");
    assertThat(write("{\"text\":\"x\",\"author\":\"s-admin\"}").errors())
        .containsExactly("/author unknown_field");
    assertThat(texts()).containsExactly("Seen it too.\nTwice.");
  }

  @Test
  void aCommentThatIsSentAgainUnderItsClientIdIsThereOnce() {
    String key = "\"clientCommentId\":\"00000000-0000-4000-8000-00000000000a\"";
    Received first = write("{\"text\":\"once\"," + key + "}");
    assertThat(first.status()).isEqualTo(201);
    Received again = write("{\"text\":\"once\"," + key + "}");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    Received other = write("{\"text\":\"twice\"," + key + "}");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("different_body");
    assertThat(texts()).containsExactly("once");

    Received admin =
        product.send("POST", path).as("admin").json("{\"text\":\"mine\"," + key + "}").send();
    assertThat(admin.status()).isEqualTo(201);
    assertThat(texts()).containsExactly("once", "mine");
    assertThat(write("{\"text\":\"x\",\"clientCommentId\":\"1\"}").errors())
        .containsExactly("/clientCommentId bad_format");

    String one = path + "/" + first.body().get("commentId", UUID.class);
    patch(one, "triager", "\"1\"", "{\"text\":\"changed\"}");
    assertThat(write("{\"text\":\"once\"," + key + "}").text()).contains("changed");
  }

  @Test
  void aTextIsThereAndBounded() {
    assertThat(write("{}").errors()).containsExactly("/text required");
    assertThat(write("{\"text\":null}").errors()).containsExactly("/text null_not_allowed");
    assertThat(write("{\"text\":7}").errors()).containsExactly("/text wrong_type");
    assertThat(write("{\"text\":\"\"}").errors()).containsExactly("/text too_short");
    assertThat(write("{\"text\":\" \\n\\u2003\"}").errors()).containsExactly("/text blank");
    assertThat(write("{\"text\":\"" + "x".repeat(Comment.MAX_TEXT + 1) + "\"}").errors())
        .containsExactly("/text too_long");
    assertThat(write("{\"text\":\"" + "\\u00e4".repeat(Comment.MAX_TEXT) + "\"}").status())
        .isEqualTo(201);
    String comment = written("one");
    assertThat(patch(comment, "triager", "\"1\"", "{\"text\":\" \"}").errors())
        .containsExactly("/text blank");
  }

  @Test
  void nobodyButTheAuthorChangesIt() {
    String comment = written("mine");
    for (String other : List.of("admin", "dumps+triager")) {
      Received refused = patch(comment, other, "\"1\"", "{\"text\":\"yours\"}");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("forbidden");
      assertThat(delete(comment, other, "\"1\"").status()).isEqualTo(403);
    }
    assertThat(texts()).containsExactly("mine");
  }

  @Test
  void aChangeIsMadeFromTheCurrentVersion() {
    String comment = written("one");
    assertThat(
            product.send("PATCH", comment).as("triager").json("{\"text\":\"x\"}").send().status())
        .isEqualTo(428);
    assertThat(product.send("DELETE", comment).as("triager").send().status()).isEqualTo(428);
    Received changed = patch(comment, "triager", "\"1\"", "{\"text\":\"two\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    Received stale = patch(comment, "triager", "\"1\"", "{\"text\":\"three\"}");
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("stale_version");
    assertThat(stale.header("ETag")).isEqualTo("\"2\"");
    assertThat(delete(comment, "triager", "\"1\"").status()).isEqualTo(409);
    assertThat(texts()).containsExactly("two");
  }

  @Test
  void whatIsRemovedIsGone() {
    String comment = written("one");
    Received removed = delete(comment, "triager", "\"1\"");
    assertThat(removed.status()).isEqualTo(204);
    assertThat(removed.text()).isEmpty();
    assertThat(delete(comment, "triager", "\"1\"").status()).isEqualTo(404);
    assertThat(patch(comment, "triager", "\"1\"", "{\"text\":\"x\"}").status()).isEqualTo(404);
    assertThat(texts()).isEmpty();
  }

  @Test
  void onlyReportsThatExistAreCommented() {
    String nowhere = "/service/reports/" + UNKNOWN + "/comments";
    assertThat(product.send("GET", nowhere).as("triager").send().status()).isEqualTo(404);
    assertThat(product.send("POST", nowhere).as("triager").json("{\"text\":\"x\"}").send().status())
        .isEqualTo(404);
  }

  @Test
  void theListIsReadInPagesOfItsOwn() {
    List.of("a", "b", "c").forEach(this::written);
    Received first = product.send("GET", path + "?limit=2").as("triager").send();
    assertThat(first.body().list("comments", JsonObject.class))
        .extracting(comment -> comment.text("text"))
        .containsExactly("a", "b");
    String next = first.body().text("next");
    Received second = product.send("GET", path + "?limit=2&page=" + next).as("triager").send();
    assertThat(second.body().list("comments", JsonObject.class))
        .extracting(comment -> comment.text("text"))
        .containsExactly("c");
    assertThat(second.body().has("next")).isFalse();
    String other = "/service/reports/" + UNKNOWN + "/comments?page=" + next;
    assertThat(product.send("GET", other).as("triager").send().errors())
        .containsExactly("page bad_page_token");
    assertThat(product.send("GET", path + "?limit=101").as("triager").send().status())
        .isEqualTo(400);
  }
}
