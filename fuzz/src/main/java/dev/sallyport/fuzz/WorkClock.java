package dev.sallyport.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Goes on only while the calling thread works, so that a busy machine makes no parser late. */
final class WorkClock extends Clock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ZoneId zone;

  WorkClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new WorkClock(other);
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(THREADS.getCurrentThreadCpuTime());
  }
}
