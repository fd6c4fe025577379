package dev.sallyport.benchmarks.coldstart;

import dev.sallyport.benchmarks.coldstart.Contender.Question;
import dev.sallyport.benchmarks.coldstart.ScriptFunction.Description;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.NodePeers;
import dev.sallyport.benchmarks.frame.Role;
import dev.sallyport.benchmarks.frame.Session;
import dev.sallyport.benchmarks.frame.Unmeasured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The upload function in Node.js, with its libraries as npm lays them out and bundled into one
 * file, and in Python. Each asks the Runtime API by a few lines of its own, which cost less than
 * the runtimes that Amazon provides.
 */
final class Peers {
  private static final String NODE = "AWS SDK for JavaScript";
  private static final String PYTHON = "boto3";
  private static final String SCRIPT = "upload_function.mjs";
  private static final String BUNDLE = "bundled/upload_function.cjs";
  private static final long BUNDLE_SECONDS = 60;

  private final Session session;
  private final String group;
  private final Question question;
  private final Map<String, String> variables;
  private final List<Contender> node = new ArrayList<>();
  private final List<Contender> python = new ArrayList<>();
  private final List<Unmeasured> unmeasured = new ArrayList<>();

  Peers(Session session, String group, Question question, Map<String, String> variables) {
    this.session = session;
    this.group = group;
    this.question = question;
    this.variables = variables;
  }

  /** Finds those that can be started here and starts each once. */
  void find() throws IOException {
    if (NodePeers.install(session)) {
      Path folder = session.project().installedPeers();
      // Where its libraries are found from.
      Files.copy(
          session.project().peers().resolve(SCRIPT),
          folder.resolve(SCRIPT),
          StandardCopyOption.REPLACE_EXISTING);
      add(NODE, "node", folder, SCRIPT, node);
    } else {
      unmeasured.add(new Unmeasured(NODE, "npm is not here or could not install it"));
    }
    add(PYTHON, "python3", session.project().peers(), "upload_function.py", python);
  }

  /** The functions in Node.js that run here, none or two. */
  List<Contender> node() {
    return List.copyOf(node);
  }

  /** The function in Python, if it runs here. */
  List<Contender> python() {
    return List.copyOf(python);
  }

  List<Unmeasured> unmeasured() {
    return List.copyOf(unmeasured);
  }

  private void add(
      String peer, String interpreter, Path folder, String script, List<Contender> found)
      throws IOException {
    switch (ScriptFunction.describe(interpreter, folder, script)) {
      case Description.Absent(String reason) -> unmeasured.add(new Unmeasured(peer, reason));
      case Description.Present present -> {
        long size = Packed.size(present.files());
        add(contender(present, present.label(), folder, script, size), found);
        if (interpreter.equals("node")) {
          addBundle(present, folder);
        }
      }
    }
  }

  private void addBundle(Description.Present present, Path folder) throws IOException {
    if (!bundle(folder)) {
      unmeasured.add(new Unmeasured(NODE + ", bundled", "esbuild could not bundle it"));
      return;
    }
    long size = Packed.size(List.of(folder.resolve(BUNDLE)));
    add(contender(present, present.label() + ", bundled by esbuild", folder, BUNDLE, size), node);
  }

  private Contender contender(
      Description.Present present, String label, Path folder, String script, long size) {
    return new Contender(
        group, label, Role.PEER, size, question, () -> present.start(folder, script, variables));
  }

  private void add(Contender contender, List<Contender> found) {
    try {
      contender.practise();
      found.add(contender);
    } catch (BenchmarkFailedException | IllegalStateException e) {
      session.now(String.valueOf(e.getMessage()));
      unmeasured.add(new Unmeasured(contender.label(), "gave no right answer"));
    }
  }

  private static boolean bundle(Path folder) throws IOException {
    Process esbuild =
        new ProcessBuilder(
                folder.resolve("node_modules").resolve(".bin").resolve("esbuild").toString(),
                SCRIPT,
                "--bundle",
                "--minify",
                "--platform=node",
                "--format=cjs",
                "--outfile=" + BUNDLE)
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!esbuild.waitFor(BUNDLE_SECONDS, TimeUnit.SECONDS)) {
        esbuild.destroyForcibly();
        return false;
      }
      return esbuild.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
