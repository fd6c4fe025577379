package dev.sallyport.inmemory.shared;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one change at a time happen, whole, over all tables in memory.
 *
 * <p>There is no undo. A write therefore makes all its checks (and everything else that can throw)
 * before it changes the first table; from there on it only puts and removes.
 */
@Singleton
public final class Transactions {
  /**
   * Most items of one write, as in DynamoDB (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>).
   */
  public static final int MAX_ITEMS = 100;

  private final ReentrantLock lock = new ReentrantLock();

  /** Makes the only one of a family of tables. */
  @Inject
  public Transactions() {}

  /** Reads tables while nobody changes them. */
  public <T> T read(Supplier<T> reading) {
    lock.lock();
    try {
      return reading.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Changes tables while nobody else reads or changes them.
   *
   * @param items how many items DynamoDB would count
   * @throws IllegalArgumentException when those are more than {@link #MAX_ITEMS}
   */
  public <T> T write(int items, Supplier<T> change) {
    if (items > MAX_ITEMS) {
      throw new IllegalArgumentException("one transaction writes at most 100 items");
    }
    return read(change);
  }

  /**
   * Makes sure that the caller is within a write.
   *
   * @throws IllegalStateException when it is not: its change would not be atomic
   */
  public void requireOpen() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("not within a transaction");
    }
  }
}
