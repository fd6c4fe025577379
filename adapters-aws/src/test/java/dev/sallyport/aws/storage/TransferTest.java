package dev.sallyport.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.AttachmentStore.ByteSource;
import dev.sallyport.application.attachment.port.AttachmentStore.QuarantinedObject;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.Patience;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Transfers that break, stall or are large, with the HTTP clients of both entrypoints. */
class TransferTest {
  private static final ObjectKey KEY = new ObjectKey("attachments/k");
  private static final VersionId VERSION = new VersionId("v1");

  @SuppressWarnings("NullAway.Init")
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  static Stream<SdkHttpClient> clients() {
    return Stream.of(Apache5HttpClient.create(), UrlConnectionHttpClient.create());
  }

  @ParameterizedTest
  @MethodSource("clients")
  void connectionThatBreaksIsAFailureOfTheStream(SdkHttpClient client) throws IOException {
    Thread.ofVirtual().start(() -> serveOnce("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1234"));

    try (client;
        QuarantinedObject opened =
            component(client, endpoint()).store().openQuarantined(KEY, VERSION).orElseThrow()) {
      assertThat(opened.size()).isEqualTo(DataSize.ofBytes(10));
      assertThatThrownBy(() -> opened.bytes().readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  private void serveOnce(String answer) {
    try (Socket socket = server.accept();
        BufferedReader request =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      String line = request.readLine();
      while (line != null && !line.isEmpty()) {
        line = request.readLine();
      }
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("clients")
  void silentServerIsGivenUpWithinItsPatience(SdkHttpClient client) {
    try (client) {
      StorageComponent component = component(client, endpoint());
      S3Client impatient =
          component
              .clients()
              .configure(
                  S3Client.builder(),
                  AwsService.S3,
                  new Patience(Duration.ofMillis(150), Duration.ofMillis(400), 2))
              .forcePathStyle(true)
              .build();
      S3AttachmentStore store =
          new S3AttachmentStore(impatient, S3StorageSettings.of("quarantine", "clean"));
      long start = System.nanoTime();

      assertThatThrownBy(() -> store.openQuarantined(KEY, VERSION))
          .isInstanceOf(PortUnavailableException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://s3.example.com", "https://s3.example.com"})
  void cleanBytesAreNeverHeldInMemory(String endpoint) {
    byte[] bytes = new byte[8 * 1024 * 1024];
    Counted source = new Counted(bytes);
    Metered meter = new Metered(source.read);
    Judgement.Output output =
        new Judgement.Output(
            new ObjectKey("clean/k"), FileType.TEXT, source.size(), source.sha256(), false);

    component(meter, URI.create(endpoint)).store().writeClean(output, source);

    assertThat(meter.sent).isGreaterThanOrEqualTo(bytes.length);
    assertThat(meter.mostAhead).as("read ahead of what was sent").isLessThan(1024 * 1024);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private static StorageComponent component(SdkHttpClient http, URI endpoint) {
    AwsSettings aws =
        new AwsSettings(
            "us-east-1",
            Optional.of(SigningCredentials.of("AK", "SK")),
            Map.of(AwsService.S3, endpoint));
    return DaggerStorageComponent.factory()
        .create(
            aws, S3StorageSettings.of("quarantine", "clean"), new S3AssetSettings("assets"), http);
  }

  /** Counts what was read since it was opened last. */
  private static final class Counted implements ByteSource {
    final AtomicLong read = new AtomicLong();
    private final byte[] bytes;

    Counted(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public DataSize size() {
      return DataSize.ofBytes(bytes.length);
    }

    @Override
    public Sha256 sha256() {
      return Sha256.of(bytes);
    }

    @Override
    public InputStream open() {
      read.set(0);
      return new FilterInputStream(new ByteArrayInputStream(bytes)) {
        @Override
        public int read(byte[] target, int from, int length) throws IOException {
          int count = super.read(target, from, length);
          read.addAndGet(Math.max(0, count));
          return count;
        }
      };
    }
  }

  /** Sends slowly and sees how far the source is ahead. */
  private static final class Metered implements SdkHttpClient {
    private final AtomicLong read;
    long sent;
    long mostAhead;

    Metered(AtomicLong read) {
      this.read = read;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          byte[] chunk = new byte[16 * 1024];
          try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            int count = body.read(chunk);
            while (count >= 0) {
              sent += count;
              mostAhead = Math.max(mostAhead, read.get() - sent);
              count = body.read(chunk);
            }
          }
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(200).build())
              .responseBody(AbortableInputStream.createEmpty())
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
