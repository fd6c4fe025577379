package dev.sallyport.operations.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.Purpose;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Activity;
import dev.sallyport.domain.profile.AvatarReady;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.Profile;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.event.EventCodec;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
  private static final String TEXTS = "{\"display_name\":\"Ada\",\"bio\":\"Counts.\"}";
  private static final Subject ADA = new Subject("s-user");

  private final Product product = new Product();

  private Received own() {
    return product.send("GET", "/api/profile/me").as("user").send();
  }

  private Received update(String body) {
    return product.send("PUT", "/api/profile/update").as("user").json(body).send();
  }

  private Received update(String body, String tag) {
    return product
        .send("PUT", "/api/profile/update")
        .as("user")
        .header("If-Match", tag)
        .json(body)
        .send();
  }

  private Profile stored() {
    return product.fakes.profiles.find(ADA).orElseThrow();
  }

  @Test
  void aProfileExistsFromTheFirstSignIn() {
    product.send("POST", "/auth").json("{\"username\":\"ann\",\"password\":\"right\"}").send();
    product.send("POST", "/auth").json("{\"username\":\"ann\",\"password\":\"right\"}").send();

    assertThat(product.fakes.profiles.stored).containsOnlyKeys(new Subject("s-access"));
    Received shown = product.send("GET", "/api/profile/ACCESS").as("user").send();
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body().text("handle")).isEqualTo("access");
    assertThat(shown.body().text("display_name")).isEqualTo("access");
  }

  @Test
  void whoeverHasThePasswordIsLetInWhileProfilesAreAway() {
    product.fakes.profiles.away = true;
    Received answer =
        product.send("POST", "/auth").json("{\"username\":\"ann\",\"password\":\"right\"}").send();
    assertThat(answer.status()).isEqualTo(200);

    product.fakes.profiles.away = false;
    assertThat(own().status()).isEqualTo(200);
  }

  @Test
  void anUpdateAnswersWithTheWholeProfile() {
    Received answer = update(TEXTS);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(answer.text()).isEqualTo(own().text());
    assertThat(answer.body().text("handle")).isEqualTo("user");
    assertThat(answer.body().text("bio")).isEqualTo("Counts.");
    assertThat(answer.body().get("activity", JsonObject.class).get("comments", Long.class))
        .isZero();
    Received posted = product.send("POST", "/api/profile/update").as("user").json(TEXTS).send();
    assertThat(posted.text()).as("the same texts make no version").isEqualTo(answer.text());
  }

  @Test
  void anUpdateFromAStaleVersionChangesNothing() {
    assertThat(update(TEXTS, "\"1\"").status()).isEqualTo(200);
    Received stale = update("{\"display_name\":\"late\",\"bio\":\"\"}", "\"1\"");

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("stale_version");
    assertThat(stale.body().get("version", Long.class)).isEqualTo(2);
    assertThat(stored().text().displayName()).isEqualTo("Ada");
    assertThat(update(TEXTS, "*").errors()).containsExactly("If-Match bad_format");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''      | ''      | /display_name blank",
        "' \\n'  | ok      | /display_name blank",
        "NAME    | ''      | /display_name too_long",
        "a\\u202eb | ''    | /display_name unprintable",
        "Ada     | ' '     | /bio blank",
        "Ada     | BIO     | /bio too_long",
        "Ada     | a\\u0000 | /bio unprintable",
      })
  void textsThatCannotBeShownHaveTheirOwnCodes(String name, String bio, String expected) {
    own();
    Received answer =
        update(
            "{\"display_name\":\"%s\",\"bio\":\"%s\"}"
                .formatted(
                    name.replace("NAME", "x".repeat(129)), bio.replace("BIO", "x".repeat(1001))));

    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("invalid_profile");
    assertThat(answer.errors()).containsExactly(expected);
    assertThat(stored().version()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                              | /display_name required;/bio required",
        "{'display_name':'a'}                            | /bio required",
        "{'display_name':null,'bio':''}                  | /display_name null_not_allowed",
        "{'display_name':1,'bio':''}                     | /display_name wrong_type",
        "{'display_name':'a','bio':['b']}                | /bio wrong_type",
        "{'display_name':'a','bio':'','handle':'root'}   | /handle unknown_field",
        "{'display_name':'LONG','bio':''}                | /display_name too_long",
      })
  void bodiesThatBreakTheirShapeAreRefused(String body, String expected) {
    own();
    Received answer = update(body.replace('\'', '"').replace("LONG", "x".repeat(32_769)));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(expected.split(";", -1));
    assertThat(stored().version()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "a%2Fb", "..%00", "%F0%9F%98%80"})
  void aHandleThatNobodyHasIsNotFound(String handle) {
    Received answer = product.send("GET", "/api/profile/" + handle).as("user").send();
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  @ParameterizedTest
  @CsvSource({"/avatars/key_upload, avatars/s-user/", "/banners/key_upload, banners/s-user/"})
  void aFormForAPictureIsItsOwners(String path, String prefix) {
    Received answer = product.send("POST", path).as("user").send();

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    AttachmentId id = new AttachmentId(answer.body().get("attachmentId", UUID.class));
    Attachment granted = product.fakes.ledger.find(id).orElseThrow();
    assertThat(granted.purpose().owner()).contains(ADA);
    assertThat(granted.quarantineKey()).isEqualTo(new ObjectKey(prefix + id));
    assertThat(granted.maxBytes()).isEqualTo(DataSize.ofMebibytes(16));
    assertThat(answer.body().get("maxBytes", Long.class)).isEqualTo(16L << 20);
    assertThat(answer.text()).contains("\"key\":\"" + prefix + id + "\"");
    assertThat(granted.encrypted()).isTrue();
    assertThat(product.fakes.profiles.stored).containsKey(ADA);
  }

  @Test
  void optionsOfAPathForPicturesAnswersCorsAndDoesNothingElse() {
    for (String path : List.of("/avatars/key_upload", "/banners/key_upload")) {
      Received answer =
          product
              .send("OPTIONS", path)
              .header("Origin", Fakes.ORIGIN)
              .header("Access-Control-Request-Method", "POST")
              .send();
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.text()).isEmpty();
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Fakes.ORIGIN);
      assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
    }
    assertThat(product.fakes.ledger.findAll(List.of())).isEmpty();
    assertThat(product.fakes.profiles.stored).isEmpty();
  }

  @Test
  void aPictureIsNoEvidence() {
    Received form = product.send("POST", "/avatars/key_upload").as("user").send();
    String id = form.body().get("attachmentId", UUID.class).toString();
    Received report =
        product
            .send("POST", "/service/reports")
            .header("Sallyport-Receipt", form.body().text("receipt"))
            .json(
                "{\"clientReportId\":\"00000000-0000-4000-8000-000000000001\",\"title\":\"t\","
                    + "\"description\":\"d\",\"severity\":\"LOW\",\"attachments\":[\""
                    + id
                    + "\"]}")
            .send();
    assertThat(report.status()).as(report.text()).isEqualTo(403);
    assertThat(report.code()).isEqualTo("foreign_attachment");
  }

  private MessageOutcome announce(String body) {
    return product.message("showPicture").handle(new IncomingMessage("m", body, 1, Fakes.NOW));
  }

  private static AvatarReady ready(long id, long second) {
    TreeMap<Integer, ObjectKey> assets = new TreeMap<>();
    assets.put(64, new ObjectKey("public/a" + id + "-64.jpg"));
    assets.put(512, new ObjectKey("public/a" + id + "-512.png"));
    return new AvatarReady(
        ADA,
        PictureKind.AVATAR,
        new Picture(new AttachmentId(new UUID(0, id)), Fakes.NOW.plusSeconds(second), assets),
        Fakes.NOW);
  }

  @Test
  void anAnnouncedPictureIsShownAndAnOldOneNeverComesBack() {
    own();
    List<String> published = new ArrayList<>();
    PublishedNotifications notifications = new PublishedNotifications(published::add);
    notifications.announce(ready(1, 0));
    notifications.announce(ready(2, 1));

    for (int i : new int[] {1, 0, 1}) {
      assertThat(announce(published.get(i))).isEqualTo(new MessageOutcome.Done());
    }

    assertThat(stored().avatar()).contains(ready(2, 1).picture());
    assertThat(own().text()).contains("\"512\":\"https://cdn.example.com/public/a2-512.png\"");
  }

  @Test
  void aMessageThatTheTopicHasWrappedIsUnwrapped() {
    own();
    String inner = AnnouncementCodec.encode(ready(1, 0)).replace("\"", "\\\"");
    assertThat(
            announce(
                "{\"Type\":\"Notification\",\"MessageId\":\"x\",\"Message\":\"" + inner + "\"}"))
        .isEqualTo(new MessageOutcome.Done());
    assertThat(stored().avatar()).isPresent();
  }

  @Test
  void whatIsNoAnnouncementIsSetAside() {
    String good = AnnouncementCodec.encode(ready(1, 0));
    Map<String, String> wrong =
        Map.of(
            "AvatarReady", "ReportReady",
            "\"schema\":1", "\"schema\":2",
            "public/", "private/",
            "AVATAR\"", "POSTER\"",
            "s-user", "s user",
            "2026-11-21", "2026-11-31");
    wrong.forEach((from, to) ->
        assertThat(announce(good.replace(from, to)))
            .as(to)
            .isEqualTo(new MessageOutcome.DeadLetter("malformed")));
    assertThat(announce("x")).isEqualTo(new MessageOutcome.DeadLetter("malformed"));
  }

  @Test
  void whatUsersDoIsCountedOnceForEachEvent() {
    own();
    ContributionMade event =
        new ContributionMade(new EventId(new UUID(5, 5)), Fakes.NOW, ADA, Contribution.COMMENT);
    for (int delivery = 1; delivery <= 2; delivery++) {
      assertThat(
              product
                  .message("countActivity")
                  .handle(new IncomingMessage("m", EventCodec.encode(event), delivery, Fakes.NOW)))
          .isEqualTo(new MessageOutcome.Done());
    }
    assertThat(stored().activity()).isEqualTo(new Activity(0, 1, 0));
    assertThat(
            product.message("countActivity").handle(new IncomingMessage("m", "{}", 1, Fakes.NOW)))
        .isEqualTo(new MessageOutcome.DeadLetter("malformed"));
  }

  @Test
  void evidenceIsNobodysPicture() {
    assertThat(PictureKind.of(new Purpose.Evidence())).isEmpty();
  }
}
