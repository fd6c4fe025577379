package dev.sallyport.inmemory.attachment;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which versions were charged already, each for {@link AttachmentLedger#REPLAY_MEMORY};
 * older ones are dropped when another is added.
 */
final class ReplayTable {
  private final Map<Replay, Instant> charged = new LinkedHashMap<>();

  private record Replay(AttachmentId id, VersionId version) {}

  boolean contains(AttachmentId id, VersionId version) {
    return charged.containsKey(new Replay(id, version));
  }

  void add(AttachmentId id, VersionId version, Instant now) {
    Instant oldest = now.minus(AttachmentLedger.REPLAY_MEMORY);
    var oldFirst = charged.values().iterator();
    while (oldFirst.hasNext() && oldFirst.next().isBefore(oldest)) {
      oldFirst.remove();
    }
    charged.put(new Replay(id, version), now);
  }

  int size() {
    return charged.size();
  }
}
