package dev.sallyport.benchmarks.frame;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the project's files are.
 *
 * @param root the folder that holds the start script
 */
public record Project(Path root) {
  /**
   * Finds the project that this code was built in.
   *
   * @throws BenchmarkFailedException when the code was taken elsewhere
   */
  public static Project ofThisBuild() {
    try {
      Path code =
          Path.of(Project.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = code; folder != null; folder = folder.getParent()) {
        if (Files.isDirectory(folder.resolve("benchmarks").resolve("peers"))) {
          return new Project(folder);
        }
      }
    } catch (URISyntaxException e) {
      throw new BenchmarkFailedException("the benchmarks cannot tell where they are", e);
    }
    throw new BenchmarkFailedException("the benchmarks run only inside the project");
  }

  /** Returns where the peers' scripts are. */
  public Path peers() {
    return root.resolve("benchmarks").resolve("peers");
  }

  /** Returns where peers are installed; never under version control. */
  public Path installedPeers() {
    return root.resolve(".sallyport").resolve("peers");
  }

  /** Returns the file that takes the result of this benchmark as one JSON line. */
  public Path resultOf(String benchmark) {
    return root.resolve("benchmarks")
        .resolve("target")
        .resolve("results")
        .resolve(benchmark + ".json");
  }

  /** Returns the page that shows the last results. */
  public Path page() {
    return root.resolve("docs").resolve("performance.md");
  }
}
