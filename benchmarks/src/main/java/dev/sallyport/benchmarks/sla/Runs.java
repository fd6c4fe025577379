package dev.sallyport.benchmarks.sla;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs as a watcher of many folders sends them, each breach once: so many to a run, three files to
 * a breach, the folders in turn.
 */
final class Runs {
  static final int FOLDERS = 1_000;
  static final int BREACHES = 100;
  private static final int FILES = 3;

  private final Instant created;
  private final AtomicInteger next = new AtomicInteger();

  Runs(Instant created) {
    this.created = created;
  }

  /** Returns the folder that such a breach is in. */
  static String folder(int breach) {
    return "in/" + breach % FOLDERS;
  }

  /** Returns the next run as JSON; may be called by any thread. */
  String next() {
    int first = next.getAndAdd(BREACHES);
    StringBuilder text = new StringBuilder("{\"sla_error\":[");
    for (int i = first; i < first + BREACHES; i++) {
      text.append(i == first ? "" : ",");
      text.append("{\"folder\":\"").append(folder(i)).append("\",\"sla\":20,\"files\":[");
      for (int file = 0; file < FILES; file++) {
        text.append(file == 0 ? "" : ",").append("{\"filename\":\"delivery-").append(i);
        text.append('-').append(file).append(".xml\",\"creationDate\":\"").append(created);
        text.append("\"}");
      }
      text.append("]}");
    }
    return text.append("]}").toString();
  }
}
