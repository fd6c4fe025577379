package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How upload forms are asked for. */
public interface UploadHttpContract extends HttpTarget {
  private Received upload(String body) {
    return driver().send("POST", "/service/upload").json(body).send();
  }

  @Test
  default void asManyFormsAreGrantedAsWereAskedFor() {
    Received answer = upload("{\"encryptedPosts\":1,\"plainPosts\":2}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
    JsonNode body = answer.json();
    assertThat(body.text("receipt")).matches("[A-Za-z0-9_-]{43}");
    List<JsonNode> uploads = body.list("uploads");
    assertThat(uploads)
        .extracting(u -> u.text("encrypted"))
        .containsExactly("true", "false", "false");
    for (JsonNode upload : uploads) {
      Map<String, String> fields = upload.texts("fields");
      assertThat(fields)
          .containsEntry("key", "attachments/" + upload.text("attachmentId"))
          .containsKeys("policy", "x-amz-signature", "x-amz-credential", "x-amz-date")
          .doesNotContainKey("Content-Type");
      assertThat(fields.containsKey("x-amz-server-side-encryption"))
          .isEqualTo(upload.text("encrypted").equals("true"));
      assertThat(Instant.parse(upload.text("expiresAt"))).isAfter(Instant.EPOCH);
      assertThat(upload.number("maxBytes")).isPositive();
    }
  }

  @Test
  default void aListPinsTypeAndSizeOfEachFile() {
    Received answer =
        upload(
            "{\"attachments\":[{\"name\":\"a.png\",\"contentType\":\"image/png\",\"size\":7,"
                + "\"encrypted\":false}]}");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode upload = answer.json().list("uploads").getFirst();
    assertThat(upload.texts("fields")).containsEntry("Content-Type", "image/png");
    assertThat(upload.number("maxBytes")).isEqualTo(7);
    assertThat(upload.text("encrypted")).isEqualTo("false");
  }

  @Test
  default void requestsThatDoNotFitAreRefusedWhereTheyBreak() {
    Map<String, String> requests =
        Map.ofEntries(
            Map.entry("{}", "/encryptedPosts required"),
            Map.entry("{\"encryptedPosts\":1}", "/plainPosts required"),
            Map.entry(
                "{\"encryptedPosts\":null,\"plainPosts\":1}", "/encryptedPosts null_not_allowed"),
            Map.entry("{\"encryptedPosts\":-1,\"plainPosts\":1}", "/encryptedPosts negative"),
            Map.entry("{\"encryptedPosts\":0.5,\"plainPosts\":1}", "/encryptedPosts fraction"),
            Map.entry("{\"encryptedPosts\":1,\"plainPosts\":21}", "/plainPosts above_maximum"),
            Map.entry("{\"encryptedPosts\":\"1\",\"plainPosts\":1}", "/encryptedPosts wrong_type"),
            Map.entry("{\"encryptedPosts\":0,\"plainPosts\":0}", " nothing_asked"),
            Map.entry("{\"encryptedPosts\":1,\"plainPosts\":1,\"x\":1}", "/x unknown_field"),
            Map.entry(
                "{\"encryptedPosts\":1,\"plainPosts\":1,\"attachments\":[]}",
                "/attachments mixed_forms"),
            Map.entry("{\"attachments\":[]}", "/attachments too_few_items"),
            Map.entry(
                "{\"attachments\":[{\"name\":\"n\",\"contentType\":\"x\",\"size\":1}]}",
                "/attachments/0/contentType bad_format"),
            Map.entry(
                "{\"attachments\":[{\"name\":\"n\",\"contentType\":\"a/b\",\"size\":0}]}",
                "/attachments/0/size below_minimum"),
            Map.entry(
                "{\"attachments\":[{\"name\":\"\\ud800\",\"contentType\":\"a/b\",\"size\":1}]}",
                "/attachments/0/name lone_surrogate"),
            Map.entry("[]", " wrong_type"));
    requests.forEach((body, error) -> {
      Received answer = upload(body);
      assertRefused(answer, 400, "invalid_request");
      assertThat(answer.errors()).as(body).contains(error);
    });
  }

  @Test
  default void bodiesThatAreNoJsonAreRefused() {
    for (String body : List.of("{", "{} {}", "[".repeat(1000), "{\"encryptedPosts\":1,}")) {
      assertRefused(upload(body), 400, "malformed_json");
    }
    assertRefused(
        driver()
            .send("POST", "/service/upload")
            .json("{}")
            .header("Content-Type", "text/plain")
            .send(),
        415,
        "unsupported_media_type");
    assertRefused(
        driver().send("POST", "/service/upload").header("Content-Type", "application/json").send(),
        400,
        "invalid_request");
    assertRefused(upload(" ".repeat(200_000)), 413, "body_too_large");
    assertRefused(
        driver().send("POST", "/service/upload?x=1").json("{}").send(), 400, "invalid_request");
  }
}
