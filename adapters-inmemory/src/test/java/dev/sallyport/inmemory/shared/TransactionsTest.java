package dev.sallyport.inmemory.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.contract.fixtures.Race;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private final Transactions transactions = new Transactions();

  @Test
  void writesNeverOverlap() {
    List<Integer> written = new ArrayList<>();

    Race.run(n -> {
      for (int i = 0; i < 1_000; i++) {
        transactions.write(1, () -> written.add(n));
      }
      return n;
    });

    assertThat(written).hasSize(Race.THREADS * 1_000);
  }

  @Test
  void writeOfMoreThanAHundredItemsIsRefused() {
    assertThat(transactions.write(100, () -> "done")).isEqualTo("done");
    assertThatThrownBy(() -> transactions.write(101, () -> "done"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void transactionIsOpenOnlyWithinIt() {
    assertThatThrownBy(transactions::requireOpen).isInstanceOf(IllegalStateException.class);
    transactions.write(
        1,
        () -> {
          transactions.requireOpen();
          return "open";
        });
    assertThatThrownBy(transactions::requireOpen).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void failedWriteLetsTheNextOneIn() {
    assertThatThrownBy(() ->
            transactions.write(
                1,
                () -> {
                  throw new IllegalArgumentException("refused");
                }))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(Race.run(_ -> transactions.write(1, () -> "in"))).containsOnly("in");
  }
}
