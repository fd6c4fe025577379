package dev.sallyport.http.storage;

import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.PostRequest;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.domain.attachment.policy.UrlRequest;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.LifecycleRule;
import dev.sallyport.inmemory.storage.ObjectCreatedListener;
import dev.sallyport.inmemory.storage.ObjectUpload;
import dev.sallyport.inmemory.storage.ObjectVersion;
import dev.sallyport.inmemory.storage.StorageIdentity;
import dev.sallyport.inmemory.storage.StorageKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A store behind a real socket, with everything that a client needs to sign. */
final class WireFixture {
  static final Instant NOW = Instant.parse("2026-11-21T10:15:00Z");
  static final String ORIGIN = "https://portal.example.com";

  final MutableClock clock = new MutableClock(NOW);
  final SequentialIds ids = new SequentialIds();
  final StorageKeys keys = StorageKeys.generate(ids);
  final InMemoryStorageConfig config;
  final InMemoryObjectStore store;
  volatile ObjectCreatedListener listener = version -> {};

  private final Server server = new Server();
  private final HttpClient client = HttpClient.newHttpClient();

  WireFixture(Path folder) throws Exception {
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.open();
    server.addConnector(connector);
    config =
        new InMemoryStorageConfig(
            URI.create("http://127.0.0.1:" + connector.getLocalPort()),
            folder,
            DataSize.ofKibibytes(64),
            DataSize.ofMebibytes(1),
            DataSize.ofMebibytes(4),
            50,
            LifecycleRule.defaults());
    store = new InMemoryObjectStore(config, version -> listener.objectCreated(version), ids, clock);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(
        new ServletHolder(new StorageServlet(store, keys, config, ORIGIN::equals, clock, ids)),
        InMemoryStorageConfig.PATH + "/*");
    server.setHandler(context);
    server.start();
  }

  /** Forgets all objects and sets the clock back. */
  void reset() {
    for (Bucket bucket : Bucket.values()) {
      for (String key : new String[] {"k", "attachments/k", "a b+ü&%.txt"}) {
        store.deleteAll(bucket, key);
      }
    }
    clock.set(NOW);
    listener = version -> {};
  }

  ObjectVersion put(Bucket bucket, String key, String text, String type) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (ObjectUpload upload = store.begin(bucket, key)) {
      upload.write(bytes, 0, bytes.length);
      return upload.commit(new ObjectVersion.Attributes(type, false));
    }
  }

  /** Returns the fields of a form for {@code attachments/k} of 3 to 100,000 bytes. */
  SequencedMap<String, String> fields(Terms terms) {
    PostRequest request =
        new PostRequest(
            terms.bucket(),
            terms.key(),
            InMemoryStorageConfig.REGION,
            URI.create(config.publicUrl() + "/storage/" + terms.bucket()),
            Duration.ofMinutes(5),
            3,
            100_000,
            terms.contentType(),
            terms.sha256(),
            terms.encryption(),
            terms.extra());
    return new LinkedHashMap<>(
        new PostPolicySigner(new SigningKeys())
            .sign(request, keys.of(terms.signer()), clock.instant())
            .fields());
  }

  /** What a form may differ in. */
  record Terms(
      String bucket,
      String key,
      StorageIdentity signer,
      Optional<String> contentType,
      Optional<String> sha256,
      Encryption encryption,
      SequencedMap<String, String> extra) {
    static Terms plain() {
      return new Terms(
          "quarantine",
          "attachments/k",
          StorageIdentity.UPLOADER,
          Optional.empty(),
          Optional.empty(),
          new Encryption.None(),
          new LinkedHashMap<>());
    }

    Terms to(String otherBucket) {
      return new Terms(otherBucket, key, signer, contentType, sha256, encryption, extra);
    }

    Terms by(StorageIdentity other) {
      return new Terms(bucket, key, other, contentType, sha256, encryption, extra);
    }

    Terms key(String other) {
      return new Terms(bucket, other, signer, contentType, sha256, encryption, extra);
    }

    Terms type(String type) {
      return new Terms(bucket, key, signer, Optional.of(type), sha256, encryption, extra);
    }

    Terms sha256(String base64) {
      return new Terms(bucket, key, signer, contentType, Optional.of(base64), encryption, extra);
    }

    Terms encrypted(Encryption other) {
      return new Terms(bucket, key, signer, contentType, sha256, other, extra);
    }

    Terms with(String name, String value) {
      SequencedMap<String, String> more = new LinkedHashMap<>(extra);
      more.put(name, value);
      return new Terms(bucket, key, signer, contentType, sha256, encryption, more);
    }
  }

  Reply post(SequencedMap<String, String> fields, byte[] file) {
    return post("/storage/quarantine", new FormBody().fields(fields).file(file).end());
  }

  Reply post(String path, FormBody body) {
    return send(
        HttpRequest.newBuilder(config.publicUrl().resolve(path))
            .header("Content-Type", body.contentType())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes())));
  }

  URI sign(
      UrlRequest.Method method,
      StorageIdentity identity,
      Bucket bucket,
      String key,
      SequencedMap<String, String> query,
      SequencedMap<String, String> headers) {
    return new UrlPresigner(new SigningKeys())
        .presign(
            new UrlRequest(
                method,
                config.bucketUrl(bucket),
                key,
                InMemoryStorageConfig.REGION,
                Duration.ofMinutes(5),
                query,
                headers),
            keys.of(identity),
            clock.instant());
  }

  URI signGet(Bucket bucket, String key, String... query) {
    return sign(UrlRequest.Method.GET, StorageIdentity.READER, bucket, key, pairs(query), pairs());
  }

  Reply get(URI url, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    pairs(headers).forEach(request::header);
    return send(request);
  }

  Reply send(HttpRequest.Builder request) {
    try {
      return Reply.of(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), config.publicUrl().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  String stored(Bucket bucket, String key) {
    try (InputStream in = store.find(bucket, key).orElseThrow().open(0)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isEmpty() {
    return store.usage().equals(new InMemoryObjectStore.Usage(0, 0, 0));
  }

  static SequencedMap<String, String> pairs(String... namesAndValues) {
    SequencedMap<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return pairs;
  }

  void close() throws Exception {
    client.close();
    server.stop();
    store.close();
  }

  /** What came back. */
  record Reply(int status, java.net.http.HttpHeaders headers, String body) {
    static Reply of(HttpResponse<byte[]> response) {
      return new Reply(
          response.statusCode(),
          response.headers(),
          new String(response.body(), StandardCharsets.UTF_8));
    }

    String header(String name) {
      return headers.firstValue(name).orElse("none");
    }

    /** Returns status and code of an S3 error, such as {@code 403 AccessDenied}. */
    String error() {
      int start = body.indexOf("<Code>");
      return status
          + " "
          + (start < 0 ? "none" : body.substring(start + 6, body.indexOf("</Code>")));
    }
  }
}
