package dev.sallyport.benchmarks.http;

import dev.sallyport.benchmarks.frame.ServerProcess;
import java.util.List;

/** The product as its own main class starts it, with nothing in the way of a load. */
final class Product {
  /** What both servers run with: the flags of the start script. */
  static final List<String> FLAGS =
      List.of(
          "-XX:+UseParallelGC", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true");

  private static final String MAIN = "dev.sallyport.http.cli.Main";

  private Product() {}

  /** The command that starts it. */
  static ProcessBuilder serve(String threads) {
    return ServerProcess.java(
        FLAGS,
        MAIN,
        List.of(
            "serve",
            "--port",
            "0",
            "--threads",
            threads,
            "--rate-limit",
            "off",
            // A form without a size is charged with the largest size, so a small one keeps the
            // quotas out of the way of millions of grants.
            "--max-bytes",
            "1KiB",
            "--quota-objects",
            "1000000000",
            "--quota-bytes",
            "1000000GiB",
            "--quarantine-bytes",
            "1000000GiB",
            "--store-bytes",
            "1000000GiB"));
  }
}
