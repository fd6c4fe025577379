package dev.sallyport.application.report;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.RecentSearches;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Removes one thing at a time; to remove what is gone does no harm. */
final class ErasureHand {
  private static final int MOST_RACES = 20;
  private static final int MOST_EVENTS = 100;

  private final ReportStore reports;
  private final CommentStore comments;
  private final AttachmentLedger ledger;
  private final AttachmentStore objects;
  private final RecentSearchStore searches;
  private final Outbox outbox;
  private final ErasureDeadLetters deadLetters;
  private final IdGenerator ids;
  private final Clock clock;

  ErasureHand(
      ReportStore reports,
      CommentStore comments,
      AttachmentLedger ledger,
      AttachmentStore objects,
      RecentSearchStore searches,
      Outbox outbox,
      ErasureDeadLetters deadLetters,
      IdGenerator ids,
      Clock clock) {
    this.reports = reports;
    this.comments = comments;
    this.ledger = ledger;
    this.objects = objects;
    this.searches = searches;
    this.outbox = outbox;
    this.deadLetters = deadLetters;
    this.ids = ids;
    this.clock = clock;
  }

  void remove(Erasure erasure, ErasedThing thing) {
    String name = thing.name();
    switch (thing.kind()) {
      case REPORT -> removeReport(erasure);
      case COMMENT -> race(() -> isGone(erasure, new CommentId(UUID.fromString(name))));
      case OBJECT_VERSION -> {
        int space = name.lastIndexOf(' ');
        objects.deleteQuarantined(
            new ObjectKey(name.substring(0, space)), new VersionId(name.substring(space + 1)));
      }
      case CLEAN_OBJECT -> objects.deleteClean(new ObjectKey(name));
      case PROVENANCE_RECORD -> race(() -> isGone(AttachmentId.parse(name)));
      case RECENT_SEARCHES -> {
        int space = name.indexOf(' ');
        UUID id = UUID.fromString(name.substring(0, space));
        Subject owner = new Subject(name.substring(space + 1));
        race(() -> isForgotten(id, owner));
        searches.unlist(id, owner);
      }
      case OUTBOX_EVENT -> acknowledge(new EventId(UUID.fromString(name)));
      case DEAD_LETTER -> deadLetters.remove(name);
    }
  }

  private void removeReport(Erasure erasure) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    DomainEvent told =
        new DomainEvent.ReportErased(new EventId(ids.newId()), now, erasure.report());
    // Whoever finds it gone has removed it before and was killed.
    boolean _ = reports.erase(erasure.report(), erasure.clientReportId(), now, List.of(told));
  }

  private boolean isGone(Erasure erasure, CommentId id) {
    Optional<Comment> comment = comments.find(erasure.report(), id);
    return comment.isEmpty() || comments.remove(comment.get());
  }

  private boolean isGone(AttachmentId id) {
    return ledger.find(id).map(ledger::forget).orElse(true);
  }

  private boolean isForgotten(UUID id, Subject owner) {
    RecentSearches now = searches.of(owner);
    return now.searches().stream().noneMatch(search -> search.names().contains(id))
        || searches.replace(now.without(id));
  }

  private void acknowledge(EventId id) {
    outbox.acknowledge(
        outbox.pending(MOST_EVENTS).stream().filter(event -> event.eventId().equals(id)).toList());
  }

  /** Others change what is to be removed; they come to an end. */
  private static void race(BooleanSupplier attempt) {
    for (int i = 0; i < MOST_RACES; i++) {
      if (attempt.getAsBoolean()) {
        return;
      }
    }
    throw new PortUnavailableException("others change what is to be removed", null);
  }
}
