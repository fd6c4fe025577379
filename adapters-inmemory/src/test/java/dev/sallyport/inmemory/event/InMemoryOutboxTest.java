package dev.sallyport.inmemory.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.contract.event.OutboxContract;
import dev.sallyport.inmemory.InMemoryFamily;
import dev.sallyport.inmemory.shared.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryOutboxTest implements OutboxContract {
  @Override
  public Opened open() {
    InMemoryFamily family = InMemoryFamily.open();
    return new Opened(family.ledger(), family.reports(), family.outbox());
  }

  @Test
  void eventsCannotBeAddedOutsideATransaction() {
    OutboxTable table = new OutboxTable(new Transactions());

    assertThatThrownBy(() -> table.append(List.of())).isInstanceOf(IllegalStateException.class);
  }
}
