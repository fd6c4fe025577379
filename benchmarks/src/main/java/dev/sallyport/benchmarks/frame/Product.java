package dev.sallyport.benchmarks.frame;

import java.util.ArrayList;
import java.util.List;

/** The product as its own main class starts it, embedded and with nothing in the way of a load. */
public final class Product {
  /** What every measured server runs with: the flags of the start script. */
  public static final List<String> FLAGS =
      List.of(
          "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true");

  private static final String MAIN = "dev.sallyport.http.cli.Main";

  private Product() {}

  /** The command that starts it on a free port without a rate limit, with further options. */
  public static ProcessBuilder serve(List<String> options) {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--port", "0", "--rate-limit", "off"));
    arguments.addAll(options);
    return ServerProcess.java(FLAGS, MAIN, arguments);
  }
}
