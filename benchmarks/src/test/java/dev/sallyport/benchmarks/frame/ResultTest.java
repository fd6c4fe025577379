package dev.sallyport.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final Machine MACHINE =
      new Machine(2, "amd64", "Linux", "25", LocalDate.of(2026, 11, 21));
  private static final Row OURS = new Row("sign", "Sallyport", Role.OURS, List.of(300_000.0));
  private static final Row PEER = new Row("sign", "other 1.2", Role.PEER, List.of(15_000.0));
  private static final Row FLOOR = new Row("sign", "floor", Role.FLOOR, List.of(600_000.0));
  private static final Row PART = new Row("sign", "hashing", Role.PART, List.of(9.5));
  private static final Row ELSEWHERE = new Row("status", "bare", Role.PEER, List.of(10.0));
  private static final Result RESULT =
      new Result(
          "presign",
          MACHINE,
          List.of("forms/s"),
          List.of(OURS, PEER, FLOOR, PART, ELSEWHERE),
          List.of(
              Target.atLeast("over the best peer", 20, 10),
              Target.atMost("seconds to start", 2.5, 2)),
          List.of(new Unmeasured("third", "npm is not here")));

  @Test
  void ratioIsOursOverTheOther() {
    assertThat(RESULT.ratioTo(PEER)).hasValue(20);
    assertThat(RESULT.ratioTo(FLOOR)).hasValue(0.5);
  }

  @Test
  void ratioIsAbsentForOurselvesForPartsAndForOtherGroups() {
    assertThat(RESULT.ratioTo(OURS)).isEmpty();
    assertThat(RESULT.ratioTo(PART)).isEmpty();
    assertThat(RESULT.ratioTo(ELSEWHERE)).isEmpty();
  }

  @Test
  void targetsAreMetOnTheirLimitAndMissedBeyondIt() {
    assertThat(Target.atLeast("", 0.5, 0.5).isMet()).isTrue();
    assertThat(Target.atLeast("", 0.4999, 0.5).isMet()).isFalse();
    assertThat(Target.atMost("", 2, 2).isMet()).isTrue();
    assertThat(Target.atMost("", 2.001, 2).isMet()).isFalse();
    assertThat(RESULT.meetsTargets()).isFalse();
  }

  @Test
  void figuresThatAreNoNumbersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Target.atLeast("x", Double.NaN, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Row("g", "x", Role.OURS, List.of(Double.POSITIVE_INFINITY)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Row("g", "x", Role.OURS, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Result("b", MACHINE, List.of("a", "b"), List.of(OURS), List.of(), List.of()));
  }

  @Test
  void medianIsTheMiddleOrTheMeanOfTheMiddleTwo() {
    assertThat(Figures.median(3, 1, 2)).isEqualTo(2);
    assertThat(Figures.median(4, 1, 3, 2)).isEqualTo(2.5);
    assertThatIllegalArgumentException().isThrownBy(Figures::median);
  }

  @Test
  void numbersAreWrittenWithThreeDigits() {
    assertThat(Figures.write(1_234_567.8)).isEqualTo("1,234,568");
    assertThat(Figures.write(123.4)).isEqualTo("123");
    assertThat(Figures.write(12.34)).isEqualTo("12.3");
    assertThat(Figures.write(0.345)).isEqualTo("0.35");
  }

  @Test
  void tableHoldsEveryFigureTargetAndAbsence() {
    assertThat(ResultTable.write(RESULT))
        .isEqualTo(
            """
            2 cores, Linux amd64, JDK 25, 2026-11-21.

            | what   | who           | forms/s | Sallyport / this |
            |:-------|:--------------|--------:|-----------------:|
            | sign   | **Sallyport** | 300,000 |                  |
            | sign   | other 1.2     |  15,000 |            20.0x |
            | sign   | floor         | 600,000 |            0.50x |
            | sign   | hashing       |    9.50 |                  |
            | status | bare          |    10.0 |                  |

            - over the best peer: 20.0, at least 10.0 wanted: **met**
            - seconds to start: 2.50, at most 2.00 wanted: **missed**
            - Not measured: third (npm is not here).
            """);
  }

  @Test
  void jsonIsOneLineWithRatiosAndVerdicts() {
    assertThat(ResultJson.write(RESULT))
        .doesNotContain("\n")
        .startsWith(
            "{\"benchmark\":\"presign\",\"machine\":{\"cores\":2,\"architecture\":\"amd64\",")
        .contains(
            "{\"group\":\"sign\",\"label\":\"other 1.2\",\"role\":\"PEER\",\"values\":[15000.0],"
                + "\"ratio\":20.0}")
        .contains("\"measured\":2.5,\"bound\":2.0,\"direction\":\"AT_MOST\",\"met\":false}")
        .endsWith("\"unmeasured\":[{\"peer\":\"third\",\"reason\":\"npm is not here\"}]}");
  }

  @Test
  void pageKeepsEverythingButItsOwnPart() {
    String page =
        """
        # Performance
        <!-- bench presign -->
        old
        <!-- end presign -->
        prose
        <!-- bench http -->
        other
        <!-- end http -->
        """;
    String renewed = PerformancePage.renew(page, RESULT);
    assertThat(renewed)
        .isEqualTo(page.replace("old\n", ResultTable.write(RESULT)))
        .isEqualTo(PerformancePage.renew(renewed, RESULT));
  }

  @Test
  void pageWithoutItsPlaceIsRefused() {
    assertThatThrownBy(() -> PerformancePage.renew("# Performance\n", RESULT))
        .isInstanceOf(BenchmarkFailedException.class);
  }
}
