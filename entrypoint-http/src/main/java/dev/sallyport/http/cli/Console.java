package dev.sallyport.http.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Shows lines to the person at the terminal; the only class that touches {@code System.out} and
 * {@code System.err}. What a machine reads goes to the log or the metrics instead.
 */
final class Console {
  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** The streams of this process. */
  static Console ofProcess() {
    return new Console(System.out, System.err);
  }

  /** Shows a line of the answer. */
  void say(String line) {
    out.println(line);
  }

  /** Shows a line about what went wrong. */
  void complain(String line) {
    err.println(line);
  }

  /** Returns the answer's stream for a library that writes help texts itself. */
  PrintWriter out() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  /** Returns the error stream for a library that writes usage errors itself. */
  PrintWriter err() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
