package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What triagers say about reports. */
public interface CommentHttpContract extends SubmissionHttpContract {
  private Received comment(String path, String token, String text) {
    return driver().send("POST", path).as(token).json("{\"text\":\"" + text + "\"}").send();
  }

  private Received change(String path, String token, String tag, String text) {
    HttpDriver.Sending sending =
        driver().send("PATCH", path).as(token).json("{\"text\":\"" + text + "\"}");
    return (tag.isEmpty() ? sending : sending.header("If-Match", tag)).send();
  }

  private Received remove(String path, String token, String tag) {
    HttpDriver.Sending sending = driver().send("DELETE", path).as(token);
    return (tag.isEmpty() ? sending : sending.header("If-Match", tag)).send();
  }

  private List<JsonNode> comments(String path) {
    List<JsonNode> found = new ArrayList<>();
    Optional<String> page = Optional.of("");
    while (page.isPresent()) {
      Received answer =
          driver().send("GET", path + "?limit=3" + page.get()).as(adminToken()).send();
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      found.addAll(answer.json().list("comments"));
      page =
          answer.json().has("next")
              ? Optional.of("&page=" + answer.json().text("next"))
              : Optional.empty();
    }
    return found;
  }

  @Test
  default void twoUsersWhoCommentAtOnceLoseNothing() {
    String path = "/service/reports/" + submitted("", "") + "/comments";
    List<String> tokens = List.of(triagerToken(), adminToken());

    List<Received> answers = Race.run(n -> comment(path, tokens.get(n % 2), "comment " + n));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
    List<JsonNode> found = comments(path);
    assertThat(found)
        .extracting(comment -> comment.text("text"))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, Race.THREADS).mapToObj(n -> "comment " + n).toList());
    assertThat(found.stream().map(comment -> comment.text("author")).distinct()).hasSize(2);
  }

  @Test
  default void onlyTheAuthorChangesACommentAndFromTheCurrentVersion() {
    String path = "/service/reports/" + submitted("", "") + "/comments";
    Received written = comment(path, triagerToken(), "one");
    String one = path + "/" + written.json().text("commentId");
    String tag = written.header("etag");

    assertRefused(change(one, triagerToken(), "", "x"), 428, "precondition_required");
    assertRefused(remove(one, triagerToken(), ""), 428, "precondition_required");
    assertRefused(change(one, adminToken(), tag, "x"), 403, "forbidden");
    assertRefused(remove(one, adminToken(), tag), 403, "forbidden");
    Received changed = change(one, triagerToken(), tag, "two");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertRefused(change(one, triagerToken(), tag, "three"), 409, "stale_version");
    assertRefused(remove(one, triagerToken(), tag), 409, "stale_version");
    assertThat(comments(path)).extracting(comment -> comment.text("text")).containsExactly("two");

    Received removed = remove(one, triagerToken(), changed.header("etag"));
    assertThat(removed.status()).isEqualTo(204);
    assertThat(removed.body()).isEmpty();
    assertRefused(remove(one, triagerToken(), "\"2\""), 404, "not_found");
    assertThat(comments(path)).isEmpty();
  }

  @Test
  default void commentsAreForTriagersOnReportsThatExist() {
    String path = "/service/reports/" + submitted("", "") + "/comments";
    assertRefused(comment(path, userToken(), "x"), 403, "forbidden");
    assertRefused(driver().send("GET", path).send(), 401, "unauthenticated");
    String nowhere = "/service/reports/" + AccessHttpContract.UNKNOWN + "/comments";
    assertRefused(comment(nowhere, triagerToken(), "x"), 404, "not_found");
    assertRefused(driver().send("GET", nowhere).as(triagerToken()).send(), 404, "not_found");
    assertRefused(comment(path, triagerToken(), " "), 400, "invalid_request");
    assertRefused(comment(path, triagerToken(), "x".repeat(10_001)), 400, "invalid_request");
  }
}
