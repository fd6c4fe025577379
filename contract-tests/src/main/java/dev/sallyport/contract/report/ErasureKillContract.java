package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an erasure keeps when each of its calls is the one that goes wrong. */
public interface ErasureKillContract {
  /** Returns stores that hold nothing of another test; called some hundred times. */
  ErasureStores stores();

  @ParameterizedTest
  @EnumSource(Fault.class)
  default void whateverCallGoesWrongTheEndIsTheSame(Fault fault) {
    boolean struck = true;
    for (int call = fault.next(0); struck; call = fault.next(call)) {
      ErasureBench bench = new ErasureBench(stores(), ErasureContract.COMMENTS).judged();
      bench.start(bench.report);
      bench.faults.strikeAt(call, fault);
      bench.finish();
      struck = bench.faults.hasStruck();
      ErasureContract.assertGone(bench);
      assertThat(bench.removed()).as("call %d", call).isEqualTo(ErasureContract.ALL);
    }
  }
}
