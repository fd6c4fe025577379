package dev.sallyport.http.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.http.storage.WireFixture.Reply;
import dev.sallyport.http.storage.WireFixture.Terms;
import dev.sallyport.inmemory.storage.Bucket;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bodies that end badly, and stores that cannot take them: nothing may be left. */
final class BrokenUploadTest extends WireTest {

  @Test
  void bodyOfUnknownLengthIsRefused() {
    FormBody body = new FormBody().fields(wire.fields(Terms.plain())).file(HELLO).end();
    Reply reply =
        wire.send(
            HttpRequest.newBuilder(wire.config.publicUrl().resolve("/storage/quarantine"))
                .header("Content-Type", body.contentType())
                .POST(
                    HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofByteArray(body.bytes()))));

    assertThat(reply.error()).isEqualTo("411 MissingContentLength");
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void bodyThatIsNoFormIsRefused() {
    Reply reply =
        wire.send(
            HttpRequest.newBuilder(wire.config.publicUrl().resolve("/storage/quarantine"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("key=x")));

    assertThat(reply.error()).isEqualTo("412 PreconditionFailed");
  }

  @Test
  void formWithoutItsLastBoundaryLeavesNothing() {
    FormBody body = new FormBody().fields(wire.fields(Terms.plain())).fileHead("x/y").raw(HELLO);

    assertThat(wire.post("/storage/quarantine", body).error())
        .isEqualTo("400 MalformedPOSTRequest");
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void tooMuchBeforeTheFileIsRefused() {
    FormBody body =
        new FormBody()
            .fields(wire.fields(Terms.plain()))
            .field("x-ignore-a", "x".repeat(20_000))
            .file(HELLO)
            .end();

    assertThat(wire.post("/storage/quarantine", body).error())
        .isEqualTo("400 MaxPostPreDataLengthExceeded");
  }

  @Test
  void uploadThatBreaksOffLeavesNothing() throws IOException {
    byte[] body =
        new FormBody()
            .fields(wire.fields(Terms.plain()))
            .fileHead("x/y")
            .raw(new byte[90_000])
            .bytes();
    try (Socket socket = wire.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head(body.length + 5000));
      out.write(body);
      out.flush();
      // Past the memory limit of 64 KiB: what has to go away is a file as well.
      Await.untilAsserted(() -> assertThat(wire.store.usage().diskBytes() > 65_536).isTrue());
    }

    Await.untilAsserted(() -> assertThat(wire.isEmpty()).isTrue());
    assertThat(wire.store.find(Bucket.QUARANTINE, "attachments/k")).isEmpty();
  }

  @Test
  void uploadIsInvisibleUntilItsLastByte() throws IOException {
    byte[] body =
        new FormBody().fields(wire.fields(Terms.plain())).file(new byte[70_000]).end().bytes();
    try (Socket socket = wire.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head(body.length));
      out.write(body, 0, body.length - 1);
      out.flush();
      Await.untilAsserted(() -> assertThat(wire.store.usage().diskBytes() >= 65_000).isTrue());
      assertThat(wire.store.find(Bucket.QUARANTINE, "attachments/k")).isEmpty();

      out.write(body, body.length - 1, 1);
      out.flush();
      byte[] status = socket.getInputStream().readNBytes(12);
      assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 204");
    }
    assertThat(wire.store.find(Bucket.QUARANTINE, "attachments/k")).isPresent();
  }

  @Test
  void uploadWhoseEventCannotBeSentIsRefusedAndLeavesNothing() {
    wire.listener =
        _ -> {
          throw new PortUnavailableException("queue", null);
        };
    assertThat(wire.post(wire.fields(Terms.plain()), HELLO).error()).isEqualTo("503 SlowDown");
    wire.listener =
        _ -> {
          throw new IllegalStateException("secret detail");
        };
    Reply failed = wire.post(wire.fields(Terms.plain()), HELLO);

    assertThat(failed.error()).isEqualTo("500 InternalError");
    assertThat(failed.body()).doesNotContain("secret detail");
    assertThat(wire.isEmpty()).isTrue();
  }

  @Test
  void fullStoreAsksToSlowDown() {
    for (int i = 0; i < 50; i++) {
      wire.put(Bucket.ASSETS, "k", "x", "a/b");
    }

    Reply reply = wire.post(wire.fields(Terms.plain()), HELLO);

    assertThat(reply.error()).isEqualTo("503 SlowDown");
    assertThat(reply.header("Retry-After")).isNotEqualTo("none");
    assertThat(wire.store.usage().versions()).isEqualTo(50);
  }

  private static byte[] head(int length) {
    return ("POST /storage/quarantine HTTP/1.1\r\nHost: x\r\nContent-Length: "
            + length
            + "\r\nContent-Type: multipart/form-data; boundary="
            + FormBody.BOUNDARY
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
