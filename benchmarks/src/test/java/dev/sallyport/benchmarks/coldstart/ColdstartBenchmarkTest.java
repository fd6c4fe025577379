package dev.sallyport.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import org.junit.jupiter.api.Test;

class ColdstartBenchmarkTest {
  @Test
  void classesOfTheSdkAreCountedAndThoseOfTheRuntimeClientAreNot() {
    String log =
        """
        [0.012s][info][class,load] java.lang.Object source: shared objects file
        [0.412s][info][class,load] software.amazon.awssdk.utilslite.SdkInternal source: file:/rt.jar
        [0.512s][info][class,load] software.amazon.awssdk.core.SdkClient source: file:/lib/core.jar
        [0.513s][info][class,load] software.amazon.awssdk.regions.Region source: file:/lib/regions.jar
        """;

    assertThat(ColdstartBenchmark.sdkClasses(log)).isEqualTo(2);
  }

  @Test
  void aLogWithoutClassesIsAFailureAndNotNone() {
    assertThatThrownBy(() -> ColdstartBenchmark.sdkClasses("{\"level\":\"INFO\"}\n"))
        .isInstanceOf(BenchmarkFailedException.class);
  }
}
