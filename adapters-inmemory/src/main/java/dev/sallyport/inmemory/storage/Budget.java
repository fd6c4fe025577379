package dev.sallyport.inmemory.storage;

import java.util.concurrent.atomic.AtomicLong;

/** A number of units that uploads and objects take up and give back; never over its limit. */
final class Budget {
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  Budget(long limit) {
    this.limit = limit;
  }

  /** Takes all of the units or none of them; tells which. */
  boolean take(long units) {
    long before = used.get();
    while (units <= limit - before) {
      if (used.compareAndSet(before, before + units)) {
        return true;
      }
      before = used.get();
    }
    return false;
  }

  void giveBack(long units) {
    if (used.addAndGet(-units) < 0) {
      throw new IllegalStateException("more was given back than was taken");
    }
  }

  long used() {
    return used.get();
  }
}
