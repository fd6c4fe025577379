package dev.sallyport.http.cli;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.http.ListeningSocket;
import dev.sallyport.http.cli.ServeSettings.Backing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server in this JVM that is started as {@code serve --config FILE} starts it. */
record ConfiguredServer(URI url, Runnable stop) implements AutoCloseable {
  static ConfiguredServer start(Path config) throws IOException {
    return switch (tryStart(config)) {
      case Start.Running(URI url, Runnable stop, List<String> greeting) ->
          new ConfiguredServer(url, stop);
      case Start.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  static Start tryStart(Path config) throws IOException {
    ServeSettings settings = read(config);
    ListeningSocket socket = ListeningSocket.bind(settings.host(), settings.port());
    return new AwsStart(new SecureIdGenerator())
        .start(socket, settings, (Backing.OnServices) settings.backing());
  }

  private static ServeSettings read(Path config) {
    Map<Setting, List<String>> options =
        Map.of(Setting.CONFIG, List.of(config.toString()), Setting.PORT, List.of("0"));
    return switch (new Environment(Map.of()).read(options)) {
      case Environment.Reading.Valid(ServeSettings settings) -> settings;
      case Environment.Reading.Invalid(List<String> mistakes) -> throw new AssertionError(mistakes);
    };
  }

  @Override
  public void close() {
    stop.run();
  }
}
