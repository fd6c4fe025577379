package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.operations.ScheduledOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleFunctionTest {
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final List<String> runs = new ArrayList<>();

  private ScheduledOperation operation(String id, boolean fails) {
    return new ScheduledOperation() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public Duration every() {
        return Duration.ofMinutes(1);
      }

      @Override
      public void run() {
        runs.add(id);
        if (fails) {
          throw new IllegalStateException("a stranger's secret");
        }
      }
    };
  }

  @Test
  void everyOperationRunsOnceInItsOrder() {
    new ScheduleFunction(Set.of(operation("b", false), operation("a", false)), metrics, metrics)
        .run();
    assertThat(runs).containsExactly("a", "b");
    assertThat(metrics.flushed)
        .containsExactly(
            "scheduled.runs operation a result done", "scheduled.runs operation b result done");
  }

  @Test
  void oneThatFailsKeepsNoOtherFromRunningAndFailsTheInvocationAtItsEnd() {
    ScheduleFunction function =
        new ScheduleFunction(
            Set.of(operation("a", true), operation("b", false), operation("c", true)),
            metrics,
            metrics);
    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(function::run)
        .withMessage("a scheduled operation failed")
        .withNoCause();
    assertThat(runs).containsExactly("a", "b", "c");
    assertThat(metrics.flushed)
        .containsExactly(
            "scheduled.runs operation a result failed",
            "scheduled.runs operation b result done",
            "scheduled.runs operation c result failed");
  }
}
