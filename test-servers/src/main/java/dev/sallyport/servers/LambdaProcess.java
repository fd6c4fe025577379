package dev.sallyport.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of the runtime interface client; standard output and errors go to one file. */
final class LambdaProcess implements AutoCloseable {
  /** What every function is called. */
  static final String FUNCTION = "sallyport-test";

  private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

  /** A process that writes down what it has loaded takes a while to end. */
  private static final Duration END = Duration.ofSeconds(60);

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** One class of each archive that a managed runtime brings and a package does not. */
  private static final List<String> RUNTIME =
      List.of(
          MAIN,
          "com.amazonaws.services.lambda.runtime.RequestStreamHandler",
          "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
          "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

  private final Process process;
  private final Path printed;

  private LambdaProcess(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
  }

  static LambdaProcess start(LambdaRuntime.Start start, int port) {
    Map<String, String> variables = lambdaVariables(start.folder(), port);
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", start.snapStart() ? "snap-start" : "on-demand");
    variables.put("_HANDLER", start.handler());
    variables.putAll(start.variables());
    List<String> command = new ArrayList<>(command(start));
    if (variables.containsKey(WRAPPER)) {
      command.addFirst(variables.get(WRAPPER));
    }
    return start(start.folder(), command, variables);
  }

  static LambdaProcess start(LambdaRuntime.Script script, int port) {
    Map<String, String> variables = lambdaVariables(script.folder(), port);
    variables.putAll(script.variables());
    return start(script.folder(), script.command(), variables);
  }

  private static LambdaProcess start(
      Path folder, List<String> command, Map<String, String> variables) {
    try {
      Path printed = Files.createTempFile("sallyport-lambda-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile());
      builder.environment().clear();
      builder.environment().putAll(variables);
      return new LambdaProcess(builder.start(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> lambdaVariables(Path folder, int port) {
    return new HashMap<>(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API",
            "127.0.0.1:" + port,
            "AWS_LAMBDA_FUNCTION_NAME",
            FUNCTION,
            "AWS_LAMBDA_FUNCTION_VERSION",
            "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "1024",
            "AWS_REGION",
            "eu-central-1",
            "LAMBDA_TASK_ROOT",
            folder.toString(),
            "PATH",
            "/usr/bin:/bin"));
  }

  private static List<String> command(LambdaRuntime.Start start) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                // As Lambda's own start script says which hooks there are.
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"));
    words.addAll(start.jvmOptions());
    words.addAll(List.of("-cp", classPath(), MAIN, start.handler()));
    return words;
  }

  private static String classPath() {
    return String.join(
        File.pathSeparator,
        RUNTIME.stream().map(LambdaProcess::archiveOf).map(Path::toString).toList());
  }

  private static Path archiveOf(String className) {
    try {
      Class<?> found = Class.forName(className, false, LambdaProcess.class.getClassLoader());
      return Path.of(found.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException("the runtime interface client is not there", e);
    }
  }

  String printed() {
    try {
      return new String(Files.readAllBytes(printed), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The memory that the process has used at most, in bytes, as Linux knows it; 0 elsewhere. */
  long peakMemory() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
