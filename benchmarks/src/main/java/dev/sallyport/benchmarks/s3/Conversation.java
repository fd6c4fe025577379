package dev.sallyport.benchmarks.s3;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The other side of a {@link Dialogue}: tells a process what to do and takes its answers. */
final class Conversation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration END = Duration.ofSeconds(10);
  private static final int LOG_TAIL = 2_000;

  private final Process process;
  private final Path log;
  private final PrintWriter words;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

  private Conversation(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.words = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
    Thread.ofVirtual().start(this::listen);
  }

  /**
   * Starts the process.
   *
   * @param log takes what it logs
   */
  static Conversation start(ProcessBuilder command, Path log) {
    try {
      return new Conversation(command.redirectError(log.toFile()).start(), log);
    } catch (IOException e) {
      throw new BenchmarkFailedException("a process cannot be started", e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(Optional.of(line));
      }
    } catch (IOException e) {
      // It has ended or was ended; there are no more answers either way.
    }
    answers.add(Optional.empty());
  }

  /** Says a line. */
  void say(String line) {
    words.println(line);
    words.flush();
  }

  /**
   * Waits for the next answer and returns what follows its first word.
   *
   * @throws BenchmarkFailedException when it begins with another word, or when none comes
   */
  String hear(String word) {
    try {
      Optional<String> answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (answer == null) {
        throw new BenchmarkFailedException("a process says nothing instead of " + word + logged());
      }
      return answer
          .filter(line -> line.equals(word) || line.startsWith(word + " "))
          .map(line -> line.substring(word.length()).strip())
          .orElseThrow(() ->
              new BenchmarkFailedException(
                  "a process was to say " + word + ", not " + answer.orElse("nothing") + logged()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailedException("interrupted", e);
    }
  }

  private String logged() {
    try {
      String all = Files.readString(log);
      return "\n" + all.substring(Math.max(0, all.length() - LOG_TAIL));
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    words.close();
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
