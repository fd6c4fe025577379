package dev.sallyport.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Node packages in exactly the versions of a lock file, fetched once for each build directory. */
final class NodePackages {
  private static final long PATIENCE_MINUTES = 5;

  private NodePackages() {}

  /**
   * The folder {@code node_modules}, filled.
   *
   * @param name of the resource folder that holds {@code package.json} and {@code
   *     package-lock.json}
   * @throws IllegalStateException if npm is missing or fails; the message has what it printed
   */
  static Path installed(String name) {
    try {
      byte[] lock = resource(name + "/package-lock.json");
      Path folder = buildFolder().resolve(name + "-" + digest(lock));
      if (!Files.isDirectory(folder)) {
        Path started = Files.createTempDirectory(buildFolder(), name + "-");
        Files.write(started.resolve("package-lock.json"), lock);
        Files.write(started.resolve("package.json"), resource(name + "/package.json"));
        install(started);
        moveUnlessThere(started, folder);
      }
      return folder.resolve("node_modules");
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** Another process may have been faster; then what it made is as good. */
  private static void moveUnlessThere(Path started, Path folder) throws IOException {
    try {
      Files.move(started, folder);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  private static void install(Path folder) throws IOException {
    Path log = folder.resolve("npm.log");
    Process npm;
    try {
      npm =
          new ProcessBuilder(
                  List.of(
                      "npm",
                      "ci",
                      "--ignore-scripts",
                      "--no-audit",
                      "--no-fund",
                      "--prefer-offline"))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new IllegalStateException("There is no npm. The Debian package npm brings it.", e);
    }
    try {
      if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        throw new IllegalStateException(
            "npm ci failed in " + folder + ":\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      npm.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** {@code target}, or {@code target/lib} of a module that has copied this room's archive. */
  private static Path buildFolder() {
    try {
      URI code = NodePackages.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Objects.requireNonNull(Path.of(code).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(byte[] lock) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(lock);
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = NodePackages.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
