package dev.sallyport.benchmarks.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * Installs the peers that npm knows, once, outside version control. They are pinned by {@code
 * benchmarks/peers/package.json}; a change of that file installs them again.
 */
public final class NodePeers {
  private static final long LONGEST_INSTALL_SECONDS = 180;
  private static final String PINS = "package.json";

  private NodePeers() {}

  /**
   * Makes sure that they are there.
   *
   * @return whether they are
   */
  public static boolean install(Session session) {
    Path pins = session.project().peers().resolve(PINS);
    Path folder = session.project().installedPeers();
    Path done = folder.resolve("installed.json");
    try {
      if (Files.exists(done) && Files.mismatch(done, pins) == -1) {
        return true;
      }
      session.now("installing peers with npm");
      Files.createDirectories(folder);
      Files.copy(pins, folder.resolve(PINS), StandardCopyOption.REPLACE_EXISTING);
      if (!npmInstall(folder)) {
        return false;
      }
      Files.copy(pins, done, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      session.now("npm cannot be used: " + e.getClass().getSimpleName());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean npmInstall(Path folder) throws IOException, InterruptedException {
    Process npm =
        new ProcessBuilder(
                "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--silent")
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!npm.waitFor(LONGEST_INSTALL_SECONDS, TimeUnit.SECONDS)) {
      npm.destroyForcibly();
      return false;
    }
    return npm.exitValue() == 0;
  }
}
