package dev.sallyport.benchmarks.s3;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Results;
import dev.sallyport.domain.shared.VersionId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Post forms with files to S3 as browsers do, a few at a time. */
final class Strangers implements AutoCloseable {
  private static final String BOUNDARY = "----bench7MA4YWxkTrZu0gW";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService senders = Executors.newFixedThreadPool(Dialogue.SENDERS);

  /**
   * Posts each file with the form of the same place and returns the versions that S3 gave them.
   *
   * @throws BenchmarkFailedException when one is refused
   */
  List<VersionId> post(List<Form> forms, List<LargeFile> files) {
    List<Future<VersionId>> posts = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      Form form = forms.get(i);
      LargeFile file = files.get(i);
      posts.add(senders.submit(() -> post(form, file)));
    }
    return posts.stream().map(future -> Results.of(future, "a form could not be posted")).toList();
  }

  private VersionId post(Form form, LargeFile file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(form.url())
            .timeout(PATIENCE)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body(form, file))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new BenchmarkFailedException(
          "a form was answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer
        .headers()
        .firstValue("x-amz-version-id")
        .map(VersionId::new)
        .orElseThrow(() -> new BenchmarkFailedException("S3 tells no version"));
  }

  private static BodyPublisher body(Form form, LargeFile file) {
    StringBuilder fields = new StringBuilder();
    form.fields()
        .forEach((name, value) ->
            fields.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, name, value)));
    fields.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
            .formatted(BOUNDARY));
    fields.append("Content-Type: %s\r\n\r\n".formatted(file.sample().type()));
    return BodyPublishers.concat(
        BodyPublishers.ofString(fields.toString()),
        BodyPublishers.ofByteArray(file.sample().bytes()),
        BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
  }

  @Override
  public void close() {
    senders.shutdownNow();
    http.close();
  }
}
