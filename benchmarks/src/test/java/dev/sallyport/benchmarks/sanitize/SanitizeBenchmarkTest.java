package dev.sallyport.benchmarks.sanitize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.media.MediaConfiguration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SanitizeBenchmarkTest {
  private static final List<Sample> LOG =
      List.of(
          new Sample(
              "log",
              "text/plain",
              "level loaded\n".repeat(50).getBytes(StandardCharsets.US_ASCII)));

  @Test
  void pipelineAndPartsBringTheSameSampleToItsEnd(@TempDir Path folder) {
    Clock clock = Clock.systemUTC();
    SecureIdGenerator ids = new SecureIdGenerator();
    Verdicts verdicts = new Verdicts();
    PipelineComponent component =
        DaggerPipelineComponent.factory()
            .create(
                clock,
                ids,
                verdicts,
                InMemoryStorageConfig.defaults(URI.create("http://127.0.0.1:1"), folder),
                MediaConfiguration.defaults(folder));
    try (Pipeline pipeline = new Pipeline(component, verdicts, 2);
        Parts parts = new Parts(component, ids, clock)) {
      assertThat(pipeline.pass(LOG)).isPositive();
      assertThat(parts.pass(LOG))
          .containsOnlyKeys(Parts.Step.values())
          .allSatisfy((_, seconds) -> assertThat(seconds).isPositive());
    }
    component.objects().close();
  }

  @Test
  void logsAreTheSameEachTimeAndAsLongAsAsked() {
    byte[] log = Samples.log(new Random(1), 1000);
    assertThat(log).isEqualTo(Samples.log(new Random(1), 1000)).hasSizeBetween(1000, 1200);
  }
}
