package dev.sallyport.contract.http;

import static dev.sallyport.contract.http.AccessHttpContract.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users show of themselves. */
public interface ProfileHttpContract extends HttpTarget {
  private Received own() {
    return driver().send("GET", "/api/profile/me").as(userToken()).send();
  }

  private Received update(String method, String name, String bio) {
    return driver()
        .send(method, "/api/profile/update")
        .as(userToken())
        .json("{\"display_name\":\"%s\",\"bio\":\"%s\"}".formatted(name, bio))
        .send();
  }

  @Test
  default void everyUserHasAProfileThatOthersFindByItsHandle() {
    Received own = own();
    assertThat(own.status()).as(own.text()).isEqualTo(200);
    String handle = own.json().text("handle");

    Received shown =
        driver()
            .send("GET", "/api/profile/" + URLEncoder.encode(handle, StandardCharsets.UTF_8))
            .as(triagerToken())
            .send();

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.json().text("handle")).isEqualTo(handle);
    assertThat(shown.json().get("activity").has("comments")).isTrue();
    assertRefused(
        driver().send("GET", "/api/profile/nobody-at-all").as(userToken()).send(),
        404,
        "not_found");
  }

  @Test
  default void aProfileIsUpdatedFromTheVersionThatWasSeen() {
    String tag = own().header("etag");
    String name = "Ada " + HttpDriver.uniqueId();

    Received updated =
        driver()
            .send("PUT", "/api/profile/update")
            .as(userToken())
            .header("If-Match", tag)
            .json("{\"display_name\":\"" + name + "\",\"bio\":\"two\\nlines\"}")
            .send();
    Received stale =
        driver()
            .send("PUT", "/api/profile/update")
            .as(userToken())
            .header("If-Match", tag)
            .json("{\"display_name\":\"late\",\"bio\":\"\"}")
            .send();

    assertThat(updated.status()).as(updated.text()).isEqualTo(200);
    assertThat(updated.json().text("display_name")).isEqualTo(name);
    assertThat(updated.json().text("bio")).isEqualTo("two\nlines");
    assertRefused(stale, 409, "stale_version");
    assertThat(stale.json().number("version")).isEqualTo(updated.json().number("version"));
    assertThat(stale.header("etag")).isEqualTo(updated.header("etag"));
    assertThat(own().json().text("display_name")).isEqualTo(name);
  }

  @Test
  default void textsThatAProfileCannotShowAreToldApart() {
    for (String method : List.of("POST", "PUT")) {
      Received blank = update(method, " ", " ");
      assertRefused(blank, 422, "invalid_profile");
      assertThat(blank.errors()).containsExactly("/display_name blank", "/bio blank");
      assertThat(update(method, "x".repeat(129), "x".repeat(1001)).errors())
          .containsExactly("/display_name too_long", "/bio too_long");
    }
  }

  @Test
  default void profilesAndFormsForPicturesAreForThoseWhoSignedIn() {
    Map<String, String> operations =
        Map.of(
            "/api/profile/me", "GET",
            "/api/profile/jane", "GET",
            "/api/profile/update", "PUT",
            "/avatars/key_upload", "POST",
            "/banners/key_upload", "POST");
    operations.forEach((path, method) -> {
      assertRefused(driver().send(method, path).send(), 401, "unauthenticated");
      assertRefused(driver().send(method, path).as("a.b.c").send(), 401, "unauthenticated");
    });
  }

  @Test
  default void anAvatarGoesThroughBothDoors() {
    Received granted = driver().send("POST", "/avatars/key_upload").as(userToken()).send();
    assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    Form form =
        new Form(
            granted.json().text("receipt"),
            granted.json().text("attachmentId"),
            URI.create(granted.json().text("url")),
            granted.json().texts("fields"));
    assertThat(form.fields().get("key")).startsWith("avatars/").endsWith("/" + form.attachmentId());

    assertThat(HttpDriver.post(form, HttpDriver.file("portrait-orientation-3.jpg")).status())
        .isBetween(200, 204);

    Await.untilAsserted(() -> {
      Received state =
          driver()
              .send("GET", "/service/attachments/" + form.attachmentId())
              .header("Sallyport-Receipt", form.receipt())
              .send();
      assertThat(state.json().text("state")).isIn("CLEAN", "DISARMED");
    });
  }

  @Test
  default void optionsOfTheFormsForPicturesAnswersCorsAndNothingElse() {
    for (String path : List.of("/avatars/key_upload", "/banners/key_upload")) {
      Received answer =
          driver()
              .send("OPTIONS", path)
              .header("Origin", allowedOrigin())
              .header("Access-Control-Request-Method", "POST")
              .header("Access-Control-Request-Headers", "authorization")
              .send();
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.header("access-control-allow-origin")).isEqualTo(allowedOrigin());
      assertThat(answer.header("access-control-allow-methods")).contains("POST");
    }
  }
}
