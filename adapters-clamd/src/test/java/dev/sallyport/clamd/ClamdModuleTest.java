package dev.sallyport.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.sanitization.ScriptedClamd;
import dev.sallyport.domain.shared.DataSize;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClamdModuleTest {
  private final CountingMetrics metrics = new CountingMetrics();

  @Test
  void whereNothingIsSetThereIsNoScanner() {
    assertThat(ClamdModule.scanner(Optional.empty(), metrics)).isEmpty();
    assertThat(ClamdModule.check(Optional.empty(), metrics, Clock.systemUTC())).isEmpty();
  }

  @Test
  void theCheckSaysWhetherClamdAnswers() {
    ScriptedClamd clamd = ScriptedClamd.start("malware");
    ClamdSettings settings =
        new ClamdSettings(
            new ClamdAddress.Tcp("127.0.0.1", clamd.port()),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            DataSize.ofBytes(1000));
    assertThat(ClamdModule.scanner(Optional.of(settings), metrics)).isPresent();
    Runnable check =
        ClamdModule.check(Optional.of(settings), metrics, Clock.systemUTC()).orElseThrow();

    check.run();
    clamd.follow(visit -> visit.say("PONG"));
    check.run();
    clamd.close();
    check.run();

    assertThat(metrics.counted())
        .containsExactly(
            "malware.scanner.started ready true",
            "malware.scanner.started ready false",
            "malware.scanner.started ready false");
  }
}
