package dev.sallyport.benchmarks.coldstart;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.servers.LambdaRuntime;
import dev.sallyport.servers.LambdaRuntime.Start;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The package of functions, unpacked as Lambda does it, and the cache of one function beside it.
 *
 * @param archive the package
 * @param folder where it is unpacked
 */
record FunctionPackage(Path archive, Path folder) {
  private static final String WRAPPER = "start-with-cache";
  private static final String CACHE = "function.aot";
  private static final Duration INVOCATION = Duration.ofSeconds(20);
  private static final int REHEARSALS = 3;

  /**
   * Unpacks an archive into a folder that does not exist yet.
   *
   * @throws IOException also for an entry that would lie outside
   */
  static FunctionPackage unpack(Path archive, Path folder) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
          throw new IOException("an entry lies outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        Files.copy(zip, target);
      }
    }
    Path wrapper = root.resolve(WRAPPER);
    // The JDK does not read modes from an archive.
    if (!Files.exists(wrapper) || !wrapper.toFile().setExecutable(true)) {
      throw new IOException("the package has no " + WRAPPER);
    }
    return new FunctionPackage(archive, root);
  }

  /** Starts a function as a managed runtime does. */
  LambdaRuntime start(String handler, Map<String, String> variables, List<String> options) {
    return LambdaRuntime.start(new Start(folder, handler, variables, options, false));
  }

  /** Starts a function through the wrapper, with the cache if there is one. */
  LambdaRuntime startWithCache(
      String handler, Map<String, String> variables, List<String> options) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("AWS_LAMBDA_EXEC_WRAPPER", folder.resolve(WRAPPER).toString());
    return start(handler, all, options);
  }

  /** Runs a function once and keeps the classes that it has loaded. */
  void rehearse(String handler, Map<String, String> variables, String event) throws IOException {
    Path made = folder.resolve(CACHE + ".new");
    try (LambdaRuntime runtime =
        startWithCache(handler, variables, List.of("-XX:AOTCacheOutput=" + made))) {
      for (int i = 0; i < REHEARSALS; i++) {
        runtime.invoke(event, INVOCATION);
      }
    }
    if (!Files.exists(made)) {
      throw new BenchmarkFailedException("the rehearsal of " + handler + " left no cache");
    }
    Files.move(made, folder.resolve(CACHE));
  }

  /** Bytes of the package as it is uploaded. */
  long size() throws IOException {
    return Files.size(archive);
  }

  /** Bytes that the cache adds to the package. */
  long cacheSize() throws IOException {
    return Packed.size(List.of(folder.resolve(CACHE)));
  }
}
