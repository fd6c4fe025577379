package dev.sallyport.inmemory.attachment;

import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.QuotaWindow;
import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts what each account was granted in each window. Holds one counter for each account that was
 * seen in a window; a window is dropped as a whole when it has been over for as long as it lasted.
 */
final class QuotaTable {
  private final NavigableMap<QuotaWindow, Map<QuotaAccount, Usage>> windows =
      new TreeMap<>(Comparator.comparing(QuotaWindow::end).thenComparing(QuotaWindow::start));

  /**
   * What one account has used up of one window.
   *
   * @param objects how many objects
   * @param bytes how many bytes
   */
  record Usage(long objects, DataSize bytes) {
    static final Usage NONE = new Usage(0, DataSize.ZERO);

    Usage plus(Usage other) {
      return new Usage(Math.addExact(objects, other.objects), bytes.plus(other.bytes));
    }
  }

  Usage used(QuotaWindow window, QuotaAccount account) {
    return windows.getOrDefault(window, Map.of()).getOrDefault(account, Usage.NONE);
  }

  void put(QuotaWindow window, QuotaAccount account, Usage usage) {
    Duration length = Duration.between(window.start(), window.end());
    // A little of the past stays, for another process whose clock is behind.
    while (!windows.isEmpty() && !windows.firstKey().end().isAfter(window.start().minus(length))) {
      windows.pollFirstEntry();
    }
    windows.computeIfAbsent(window, _ -> new HashMap<>()).put(account, usage);
  }

  int size() {
    return windows.values().stream().mapToInt(Map::size).sum();
  }
}
