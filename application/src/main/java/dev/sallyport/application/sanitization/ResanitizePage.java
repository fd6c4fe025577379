package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.domain.sanitization.ResanitizeCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds up what became of the attachments of one page. */
final class ResanitizePage {
  private final List<VerdictChange> changes = new ArrayList<>();
  private ResanitizeCounts counts = ResanitizeCounts.NONE;
  private Optional<String> waiting = Optional.empty();
  private boolean timedOut;

  void add(Rejudged rejudged) {
    switch (rejudged) {
      case Rejudged.PassedOver _ -> {}
      case Rejudged.Unchanged _ -> count(new ResanitizeCounts(1, 0, 0, 0));
      case Rejudged.Changed changed -> {
        changes.add(changed.change());
        count(new ResanitizeCounts(0, 1, 0, changed.isRetraction() ? 1 : 0));
      }
      case Rejudged.WithoutOriginal _ -> count(new ResanitizeCounts(0, 0, 1, 0));
      case Rejudged.TimedOut _ -> timedOut = true;
      case Rejudged.Waiting(String reason) -> waiting = Optional.of(reason);
    }
  }

  private void count(ResanitizeCounts more) {
    counts = counts.plus(more);
  }

  List<VerdictChange> changes() {
    return changes;
  }

  ResanitizeCounts counts() {
    return counts;
  }

  /** Returns what something on the page waits for, if anything does. */
  Optional<String> waiting() {
    return waiting;
  }

  boolean timedOut() {
    return timedOut;
  }
}
