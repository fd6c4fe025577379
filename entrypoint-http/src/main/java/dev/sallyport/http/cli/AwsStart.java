package dev.sallyport.http.cli;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.aws.AwsConfiguration;
import dev.sallyport.http.aws.AwsServer;
import dev.sallyport.http.cli.ServeSettings.Backing;
import dev.sallyport.http.deployment.DeploymentSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ExitCode;

/** Starts the server on services, once they are all as they have to be. */
final class AwsStart {
  private final IdGenerator ids;

  AwsStart(IdGenerator ids) {
    this.ids = ids;
  }

  Start start(ListeningSocket socket, ServeSettings settings, Backing.OnServices backing)
      throws IOException {
    DeploymentSettings deployment = settings.deployment(socket.port());
    AwsServer server =
        AwsServer.create(
            socket, new AwsConfiguration(deployment, backing.services()), Clock.systemUTC(), ids);
    List<String> problems = server.problems();
    if (!problems.isEmpty()) {
      List<String> lines = new ArrayList<>(problems);
      if (problems.stream().anyMatch(AwsStart::isMissingTable)) {
        lines.add("'sallyport migration migrate --config FILE' makes the tables.");
      }
      lines.add("Nothing was started; the services are not as this deployment needs them.");
      return new Start.Refused(lines, ExitCode.SOFTWARE);
    }
    server.start();
    URI url = deployment.publicUrl();
    return new Start.Running(
        url,
        server::close,
        List.of(
            "Documents  " + url + "/docs",
            "Stop       Ctrl+C; what was taken stays in the services"));
  }

  private static boolean isMissingTable(String problem) {
    return problem.matches("table \\S+ does not exist");
  }
}
