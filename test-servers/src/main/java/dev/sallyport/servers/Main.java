package dev.sallyport.servers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * {@code ./sallyport servers}: starts every server, makes buckets, queues and a user pool, writes
 * where all of that is and waits until it is told to end. Everything is in memory and gone then.
 */
public final class Main {
  private static final String USAGE =
      """
      Usage: sallyport servers --config FILE [--rgw]
      Starts servers that stand in for AWS and waits for Ctrl-C or TERM.
        --config FILE  writes where they are, and with which keys, to this new file (mode 0600)
        --rgw          objects in Ceph's gateway instead of S3Proxy\
      """;

  private Main() {}

  /** Never returns when it starts anything. */
  @SuppressWarnings("SystemOut") // what a person at a terminal reads
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(run(List.of(arguments), System.out));
  }

  static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
    boolean ceph = arguments.size() == 3 && arguments.get(2).equals("--rgw");
    if (arguments.size() < 2
        || !arguments.get(0).equals("--config")
        || (arguments.size() > 2 && !ceph)) {
      out.println(USAGE);
      return 2;
    }
    Path file = Path.of(arguments.get(1));
    // Before anything starts: a file that cannot be written is found out at once.
    createPrivate(file);
    write(file, Playground.start(ceph));
    out.println("The servers run. Where they are is in " + file);
    new CountDownLatch(1).await();
    return 0;
  }

  private static void createPrivate(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static void write(Path file, Map<String, String> settings) throws IOException {
    StringBuilder text = new StringBuilder();
    settings.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
  }
}
