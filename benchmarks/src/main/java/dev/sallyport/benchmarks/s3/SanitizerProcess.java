package dev.sallyport.benchmarks.s3;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.media.MediaConfiguration;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * The process whose heap is measured. Does what it is told by lines on its input, as {@link
 * Dialogue} has it, and ends with them.
 */
public final class SanitizerProcess {
  /** As many as the product's server has beside those of its workers. */
  private static final int CONNECTIONS = 256;

  private SanitizerProcess() {}

  /** Takes a {@link Mode} and a folder for temporary files; the variables say where S3 is. */
  @SuppressWarnings("SystemOut") // what the other process reads
  public static void main(String[] arguments) throws IOException {
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Path folder = Path.of(arguments[1]);
    Map<String, String> variables = System.getenv();
    switch (Mode.valueOf(arguments[0])) {
      case S3 -> sanitize(S3Access.ofVariables(variables), folder, in, out);
      case EMBEDDED -> sanitizeEmbedded(folder, in, out);
      case COPY -> copy(S3Access.ofVariables(variables), folder, in, out);
    }
  }

  private static void sanitize(S3Access access, Path folder, BufferedReader in, PrintWriter out)
      throws IOException {
    try (SdkHttpClient http = connections()) {
      S3Component parts = onS3(access, folder, http);
      talk(parts, Optional.empty(), in, out);
    }
  }

  private static void sanitizeEmbedded(Path folder, BufferedReader in, PrintWriter out)
      throws IOException {
    IdGenerator ids = new SecureIdGenerator();
    EmbeddedComponent parts =
        DaggerEmbeddedComponent.factory()
            .create(
                Clock.systemUTC(),
                ids,
                NoMetrics.INSTANCE,
                InMemoryStorageConfig.defaults(URI.create("http://127.0.0.1:1"), folder),
                MediaConfiguration.defaults(folder));
    try {
      talk(parts, Optional.of(new EmbeddedUploads(parts.objects())), in, out);
    } finally {
      parts.objects().close();
    }
  }

  private static void talk(
      JudgingParts parts, Optional<EmbeddedUploads> uploads, BufferedReader in, PrintWriter out)
      throws IOException {
    Sanitizer sanitizer =
        new Sanitizer(parts, parts.operations().iterator().next(), key -> verdict(parts, key));
    new Dialogue(sanitizer, uploads, out).hold(in);
  }

  private static void copy(S3Access access, Path folder, BufferedReader in, PrintWriter out)
      throws IOException {
    try (SdkHttpClient http = connections()) {
      S3Component parts = onS3(access, folder, http);
      CopyMessages copies = new CopyMessages(parts.client(), access.buckets(), folder);
      Sanitizer sanitizer = new Sanitizer(parts, copies, copies::ended);
      new Dialogue(sanitizer, Optional.empty(), out).hold(in);
    }
  }

  private static SdkHttpClient connections() {
    return Apache5HttpClient.builder().maxConnections(CONNECTIONS).build();
  }

  private static S3Component onS3(S3Access access, Path folder, SdkHttpClient http) {
    return DaggerS3Component.factory()
        .create(
            Clock.systemUTC(),
            new SecureIdGenerator(),
            NoMetrics.INSTANCE,
            access.settings(),
            access.buckets(),
            http,
            MediaConfiguration.defaults(folder));
  }

  /** What the ledger says; whatever is no verdict with clean bytes has none to show. */
  private static Ended verdict(JudgingParts parts, ObjectKey key) {
    Optional<Judgement> judgement =
        AttachmentId.ofQuarantineKey(key.value())
            .flatMap(parts.ledger()::find)
            .map(Attachment::state)
            .filter(AttachmentState.Judged.class::isInstance)
            .map(state -> ((AttachmentState.Judged) state).judgement());
    return judgement
        .flatMap(one ->
            one.output()
                .map(output ->
                    new Ended(
                        key,
                        one.verdict().getClass().getSimpleName(),
                        output.key(),
                        output.sha256())))
        .orElseGet(() ->
            new Ended(
                key,
                judgement.map(one -> one.verdict().toString().replace(' ', '_')).orElse("none"),
                key,
                Sha256.of(new byte[0])));
  }
}
