package dev.sallyport.http.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Effort;
import dev.sallyport.contract.http.HttpDriver.Received;
import dev.sallyport.contract.http.JsonNode;
import dev.sallyport.http.aws.Sender.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server on services is killed again and again while strangers hand in reports. They ask again,
 * as documented; in the end everything that was promised is there, once, and nothing else.
 */
class KilledServerOnDynamoDbLocalIT {
  private static final int UPLOADS = Effort.of(200, 80);
  private static final int SENDERS = 4;
  private static final int KILLS = Effort.of(4, 2);

  /** A grant and a report for each upload. */
  private static final int ANSWERS = 2 * UPLOADS;

  /** Longer than any message stays hidden after its receiver was killed. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final long seed = Long.getLong("kill.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir Path folder;

  @Test
  void whatWasPromisedIsThereOnceHoweverOftenTheServerIsKilled() throws Exception {
    try (TestServices services = services();
        ForkedServer server =
            ForkedServer.start(services.write(folder), folder.resolve("server.log"))) {
      List<Sent> sent = sendAllWhileKilling(server);
      everyAttachmentHasItsVerdict(server, sent);
      everyReportIsThereOnceWithItsAttachment(server, services, sent);
      everyEventWasWrittenDown(server, sent);
      nothingIsLeftBehind(services);
    } catch (AssertionError failure) {
      throw new AssertionError("with -Dkill.seed=" + seed + ": " + failure.getMessage(), failure);
    }
  }

  private static TestServices services() throws Exception {
    return TestServices.made()
        .with("workers", "2")
        .with("quota-objects", "100000")
        .with("retain-rejected", "off")
        .with("check-time", "5s");
  }

  private List<Sent> sendAllWhileKilling(ForkedServer server) throws Exception {
    AtomicInteger answers = new AtomicInteger();
    Sender sender = new Sender(server, answers);
    List<Integer> moments =
        random.ints(KILLS, ANSWERS / 20, ANSWERS * 9 / 10).sorted().boxed().toList();
    List<Future<Sent>> running = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      IntStream.range(0, UPLOADS)
          .forEach(number -> running.add(senders.submit(() -> sender.send(number))));
      for (int moment : moments) {
        Await.untilAsserted(
            PATIENCE, () -> assertThat(answers.get()).isGreaterThanOrEqualTo(moment));
        server.killAndStart();
      }
    }
    List<Sent> sent = new ArrayList<>();
    for (Future<Sent> one : running) {
      sent.add(one.get());
    }
    return sent;
  }

  private static void everyAttachmentHasItsVerdict(ForkedServer server, List<Sent> sent) {
    for (Sent one : sent) {
      Await.untilAsserted(
          PATIENCE,
          () -> {
            Received state =
                server
                    .driver()
                    .send("GET", "/service/attachments/" + one.form().attachmentId())
                    .header("Sallyport-Receipt", one.form().receipt())
                    .send();
            assertThat(state.json().text("state")).as(state.text()).isEqualTo("CLEAN");
          });
    }
  }

  private static void everyReportIsThereOnceWithItsAttachment(
      ForkedServer server, TestServices services, List<Sent> sent) {
    String triager = services.token("tom", "triager");
    assertThat(reports(server, triager))
        .containsExactlyInAnyOrderElementsOf(sent.stream().map(Sent::reportId).toList());
    for (Sent one : sent) {
      Received report =
          server.driver().send("GET", "/service/reports/" + one.reportId()).as(triager).send();
      assertThat(report.json().list("attachments"))
          .extracting(attachment -> attachment.text("attachmentId"))
          .containsExactly(one.form().attachmentId());
    }
    Map<String, String> claims = new HashMap<>();
    sent.forEach(one -> claims.put("claim#" + one.form().attachmentId(), one.reportId()));
    assertThat(claims(services)).isEqualTo(claims);
  }

  private static List<String> reports(ForkedServer server, String triager) {
    List<String> ids = new ArrayList<>();
    String page = "";
    do {
      Received answer =
          server.driver().send("GET", "/service/reports?limit=50" + page).as(triager).send();
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      JsonNode list = answer.json();
      list.list("reports").forEach(report -> ids.add(report.text("reportId")));
      page = list.has("next") ? "&page=" + list.text("next") : "";
    } while (!page.isEmpty());
    return ids;
  }

  private static Map<String, String> claims(TestServices services) {
    Map<String, String> claims = new HashMap<>();
    try (DynamoDbClient tables = services.tables()) {
      for (Map<String, AttributeValue> item :
          tables.scanPaginator(scan -> scan.tableName(services.table("reports"))).items()) {
        AttributeValue id = item.get("id");
        if (id != null && id.s().startsWith("claim#")) {
          claims.put(id.s(), item.getOrDefault("reportId", AttributeValue.fromS("none")).s());
        }
      }
    }
    return claims;
  }

  private static void everyEventWasWrittenDown(ForkedServer server, List<Sent> sent) {
    Await.untilAsserted(
        PATIENCE,
        () -> {
          AuditTrail trail = AuditTrail.of(server.log());
          assertThat(trail.judged().keySet())
              .containsExactlyInAnyOrderElementsOf(
                  sent.stream().map(one -> one.form().attachmentId()).toList());
          assertThat(trail.submitted().keySet())
              .containsExactlyInAnyOrderElementsOf(sent.stream().map(Sent::reportId).toList());
          assertThat(trail.judged().values()).as("verdicts").allMatch(events -> events.size() == 1);
          assertThat(trail.submitted().values())
              .as("reports")
              .allMatch(events -> events.size() == 1);
        });
  }

  private static void nothingIsLeftBehind(TestServices services) {
    try (S3Client s3 = services.s3();
        DynamoDbClient tables = services.tables()) {
      Await.untilAsserted(
          PATIENCE,
          () ->
              assertThat(s3.listObjectsV2(list -> list.bucket(services.quarantine())).contents())
                  .as("originals in quarantine")
                  .isEmpty());
      Await.untilAsserted(
          PATIENCE,
          () ->
              assertThat(tables.scan(scan -> scan.tableName(services.table("outbox"))).items())
                  .as("events in the outbox")
                  .isEmpty());
    }
  }
}
