package dev.sallyport.application.report;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.ErasedThing.Kind;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.shared.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds what an erasure has to remove next. */
final class ErasureSearch {
  private static final int MOST_EVENTS = 100;

  private final ReportStore reports;
  private final CommentStore comments;
  private final AttachmentLedger ledger;
  private final AttachmentStore objects;
  private final RecentSearchStore searches;
  private final Outbox outbox;
  private final ErasureDeadLetters deadLetters;

  ErasureSearch(
      ReportStore reports,
      CommentStore comments,
      AttachmentLedger ledger,
      AttachmentStore objects,
      RecentSearchStore searches,
      Outbox outbox,
      ErasureDeadLetters deadLetters) {
    this.reports = reports;
    this.comments = comments;
    this.ledger = ledger;
    this.objects = objects;
    this.searches = searches;
    this.outbox = outbox;
    this.deadLetters = deadLetters;
  }

  /**
   * Returns some of what the phase of an erasure has left; nothing in it when nothing is left, and
   * no list when that cannot be said yet.
   */
  Optional<List<ErasedThing>> find(Erasure erasure) {
    return switch (erasure.phase()) {
      case REPORT ->
          Optional.of(
              reports.find(erasure.report()).map(_ -> thing(Kind.REPORT, erasure.report())).stream()
                  .toList());
      case COMMENTS ->
          Optional.of(
              comments
                  .list(erasure.report(), Erasure.MAX_PENDING, Optional.empty())
                  .items()
                  .stream()
                  .map(comment -> thing(Kind.COMMENT, comment.id()))
                  .toList());
      case OBJECTS -> versions(erasure);
      case ATTACHMENTS -> Optional.of(records(erasure));
      case SEARCHES -> Optional.of(searches(erasure));
      case OUTBOX -> events(erasure);
      case DEAD_LETTERS -> deadLetters.find(erasure);
    };
  }

  private static ErasedThing thing(Kind kind, Object name) {
    return new ErasedThing(kind, name.toString());
  }

  /** An attachment that is still being judged is waited for: its clean bytes are to come. */
  private Optional<List<ErasedThing>> versions(Erasure erasure) {
    if (!ledger.findAll(erasure.attachments()).stream().allMatch(Attachment::hasEnded)) {
      return Optional.empty();
    }
    return Optional.of(
        erasure.attachments().stream()
            .map(AttachmentId::quarantineKey)
            .flatMap(this::versions)
            .limit(Erasure.MAX_PENDING)
            .toList());
  }

  private Stream<ErasedThing> versions(ObjectKey key) {
    return objects.quarantinedVersions(key, Erasure.MAX_PENDING).stream()
        .map(version -> thing(Kind.OBJECT_VERSION, key.value() + " " + version.value()));
  }

  /** Clean bytes go before the record that names them. */
  private List<ErasedThing> records(Erasure erasure) {
    List<ErasedThing> found = new ArrayList<>();
    for (Attachment attachment : ledger.findAll(erasure.attachments())) {
      List<ErasedThing> parts = new ArrayList<>();
      if (attachment.state() instanceof Judged judged) {
        judged.leftover().ifPresent(key -> parts.add(thing(Kind.CLEAN_OBJECT, key.value())));
        judged
            .judgement()
            .output()
            .ifPresent(output -> parts.add(thing(Kind.CLEAN_OBJECT, output.key().value())));
      }
      parts.add(thing(Kind.PROVENANCE_RECORD, attachment.id()));
      if (found.size() + parts.size() > Erasure.MAX_PENDING) {
        return found;
      }
      found.addAll(parts);
    }
    return found;
  }

  private List<ErasedThing> searches(Erasure erasure) {
    return ids(erasure)
        .flatMap(id ->
            searches.whoNamed(id, Erasure.MAX_PENDING).stream()
                .map(owner -> thing(Kind.RECENT_SEARCHES, id + " " + owner.value())))
        .limit(Erasure.MAX_PENDING)
        .toList();
  }

  /** Returns every id by which anything may name the report. */
  static Stream<UUID> ids(Erasure erasure) {
    return Stream.concat(
        Stream.of(erasure.report().value()),
        erasure.attachments().stream().map(AttachmentId::value));
  }

  /** That the report was erased has to be told. When there may be more than is seen, it waits. */
  private Optional<List<ErasedThing>> events(Erasure erasure) {
    List<DomainEvent> pending = outbox.pending(MOST_EVENTS);
    List<ErasedThing> found =
        pending.stream()
            .filter(event -> isOf(erasure, event))
            .limit(Erasure.MAX_PENDING)
            .map(event -> thing(Kind.OUTBOX_EVENT, event.eventId()))
            .toList();
    return found.isEmpty() && pending.size() == MOST_EVENTS ? Optional.empty() : Optional.of(found);
  }

  static boolean isOf(Erasure erasure, DomainEvent event) {
    return switch (event) {
      case DomainEvent.ReportSubmitted submitted -> submitted.reportId().equals(erasure.report());
      case DomainEvent.ReportChanged changed -> changed.reportId().equals(erasure.report());
      case DomainEvent.AttachmentJudged judged ->
          erasure.attachments().contains(judged.attachmentId());
      case DomainEvent.ReportErased _, DomainEvent.ContributionMade _ -> false;
    };
  }
}
