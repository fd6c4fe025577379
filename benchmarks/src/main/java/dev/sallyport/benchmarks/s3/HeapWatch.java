package dev.sallyport.benchmarks.s3;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Watches the heap of this process: how full it was at most, and how much of that was in use.
 *
 * <p>Between two collections a heap only fills, so the highest of what each collection found and of
 * what is there now is the true peak, without any sampling.
 */
final class HeapWatch {
  private static final String MAJOR = "end of major GC";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final Set<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());
  private long heard;
  private long peak;
  private long live;

  private HeapWatch() {
    heard = collections();
  }

  /** Watches from now on, until this process ends. */
  static HeapWatch start() {
    HeapWatch watch = new HeapWatch();
    for (GarbageCollectorMXBean collector : watch.collectors) {
      ((NotificationEmitter) collector)
          .addNotificationListener((event, _) -> watch.hear(event), null, null);
    }
    return watch;
  }

  private synchronized void hear(Notification event) {
    if (!event
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      return;
    }
    GarbageCollectionNotificationInfo collection =
        GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData());
    peak = Math.max(peak, used(collection.getGcInfo().getMemoryUsageBeforeGc()));
    if (collection.getGcAction().equals(MAJOR)) {
      // Only a collection of the whole heap leaves nothing but what is in use.
      live = Math.max(live, used(collection.getGcInfo().getMemoryUsageAfterGc()));
    }
    heard++;
    notifyAll();
  }

  private long used(Map<String, MemoryUsage> usage) {
    return usage.entrySet().stream()
        .filter(pool -> pools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  /** Forgets what was before. */
  synchronized void reset() {
    awaitNews();
    peak = 0;
    live = 0;
  }

  /** Returns the most bytes that the heap held since the last reset, garbage included. */
  synchronized long peak() {
    awaitNews();
    return Math.max(peak, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  /**
   * Returns the most bytes that a collection of the whole heap has left since the last reset; 0
   * when there was none.
   */
  synchronized long live() {
    awaitNews();
    return live;
  }

  /** Collections are told of a moment after they have ended. */
  private void awaitNews() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long expected = collections();
    try {
      while (heard < expected && System.nanoTime() < end) {
        wait(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long collections() {
    return collectors.stream()
        .mapToLong(collector -> Math.max(0, collector.getCollectionCount()))
        .sum();
  }
}
