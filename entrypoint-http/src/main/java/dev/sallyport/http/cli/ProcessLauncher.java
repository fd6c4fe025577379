package dev.sallyport.http.cli;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.cli.ServeSettings.Backing;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.ExitCode;

/** Runs a deployment in this process and tells the person at the terminal how to reach it. */
final class ProcessLauncher implements Launcher {
  private final Console console;
  private final IdGenerator ids = new SecureIdGenerator();

  ProcessLauncher(Console console) {
    this.console = console;
  }

  @Override
  public int serve(ServeSettings settings) {
    return run(
        settings,
        running -> {
          Runtime.getRuntime().addShutdownHook(new Thread(running.stop(), "stop"));
          console.say("Sallyport " + Version.ofBuild() + " is ready on " + running.url());
          running.greeting().forEach(line -> console.say("  " + line));
          new CountDownLatch(1).await();
        });
  }

  @Override
  public int rehearse(ServeSettings settings) {
    return run(
        settings,
        running -> {
          Rehearsal.run(running.url());
          running.stop().run();
        });
  }

  /** What is done while the server runs. */
  private interface Stay {
    void with(Start.Running running) throws IOException, InterruptedException;
  }

  private int run(ServeSettings settings, Stay stay) {
    try (ListeningSocket socket = ListeningSocket.bind(settings.host(), settings.port())) {
      return switch (start(socket, settings)) {
        case Start.Running running -> {
          stay.with(running);
          yield ExitCode.OK;
        }
        case Start.Refused(List<String> problems, int exitStatus) -> {
          problems.forEach(console::complain);
          yield exitStatus;
        }
      };
    } catch (IOException failure) {
      console.complain("Not started: " + failure.getMessage() + ".");
      return ExitCode.SOFTWARE;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ExitCode.SOFTWARE;
    }
  }

  private Start start(ListeningSocket socket, ServeSettings settings) throws IOException {
    return switch (settings.backing()) {
      case Backing.Embedded embedded ->
          new EmbeddedStart(ids, console).start(socket, settings, embedded);
      case Backing.OnServices services -> new AwsStart(ids).start(socket, settings, services);
    };
  }
}
