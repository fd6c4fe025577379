package dev.sallyport.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the fuzzer calls; it finds these two methods by their names (<a
 * href="https://github.com/CodeIntelligenceTesting/jazzer/blob/main/docs/advanced.md">Jazzer</a>).
 */
public final class FuzzTarget {
  private static @Nullable Parsers parsers;
  private static String name = Parsers.SNIFFER;

  private FuzzTarget() {}

  /**
   * Called once.
   *
   * @param arguments the name of the parser, and a folder for scratch files
   */
  public static void fuzzerInitialize(String[] arguments) {
    name = arguments[0];
    parsers = new Parsers(Path.of(arguments[1]));
  }

  /** Called with each input; whatever comes out of it is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Parsers made = parsers;
    if (made == null) {
      throw new IllegalStateException("the fuzzer says first which parser");
    }
    made.feed(name, bytes);
  }
}
