package dev.sallyport.benchmarks.s3;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What the process under test is told, one line each, and what it answers:
 *
 * <ul>
 *   <li>{@code grant N}: {@code form FORM} N times
 *   <li>{@code arrived KEY VERSION SIZE}: nothing
 *   <li>{@code store KEY TYPE FILE}: {@code stored KEY}, in any order
 *   <li>{@code judge} or {@code practise}: {@code ended ENDED} for each, then {@code judged COSTS}
 *   <li>{@code forget}: {@code forgotten}
 * </ul>
 */
final class Dialogue {
  /** Posting to S3 has as many at once. */
  static final int SENDERS = 8;

  /** The last of them may have spaces. */
  private static final int MOST_WORDS = 4;

  private final Sanitizer sanitizer;
  private final Optional<EmbeddedUploads> uploads;
  private final PrintWriter out;

  Dialogue(Sanitizer sanitizer, Optional<EmbeddedUploads> uploads, PrintWriter out) {
    this.sanitizer = sanitizer;
    this.uploads = uploads;
    this.out = out;
  }

  /** Obeys until nobody says any more. */
  void hold(BufferedReader in) throws IOException {
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        obey(line.split(" ", MOST_WORDS), senders);
        out.flush();
      }
    }
  }

  private void obey(String[] words, ExecutorService senders) {
    switch (words[0]) {
      case "grant" ->
          sanitizer
              .grant(Integer.parseInt(words[1]))
              .forEach(form -> out.println("form " + form.line()));
      case "arrived" ->
          sanitizer.arrived(
              new ObjectKey(words[1]),
              new VersionId(words[2]),
              DataSize.ofBytes(Long.parseLong(words[3])));
      case "store" -> senders.execute(() -> store(words));
      case "judge" -> judge(false);
      case "practise" -> judge(true);
      case "forget" -> {
        sanitizer.forget();
        out.println("forgotten");
      }
      default -> throw new BenchmarkFailedException("nobody knows how to " + words[0]);
    }
  }

  private void store(String[] words) {
    try {
      uploads.orElseThrow().store(new ObjectKey(words[1]), words[2], Path.of(words[3]));
      out.println("stored " + words[1]);
    } catch (IOException | RuntimeException e) {
      out.println("failed " + e);
    }
  }

  private void judge(boolean collecting) {
    Sanitizer.Costs costs = sanitizer.judge(collecting);
    sanitizer.ended().forEach(one -> out.println("ended " + one.line()));
    out.println("judged " + costs.line());
  }
}
