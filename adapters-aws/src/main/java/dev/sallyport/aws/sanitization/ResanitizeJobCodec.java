package dev.sallyport.aws.sanitization;

import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.sanitization.ResanitizeCounts;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJob.State;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.domain.sanitization.ResanitizeScope;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes jobs as items. A job and its changes stand together under the job's id, {@code job} before
 * nothing and {@code change#} before the number of a change; each that goes on also has a mark in
 * the list of those, by the time of its start.
 */
final class ResanitizeJobCodec {
  /** What the marks of those that go on are listed under; there are few at a time. */
  static final String RUNNING = "running";

  /** The place of a job itself. */
  static final String JOB = "job";

  static final String REVISION = "revision";

  private static final String CHANGE = "change#";
  private static final String SHARD = TableDefinitions.JOBS.partition();
  private static final String PLACE = TableDefinitions.JOBS.sort().orElseThrow();

  private ResanitizeJobCodec() {}

  static String shard(ResanitizeJobId id) {
    return "job#" + id;
  }

  /** Returns the place of a change, counted from 0; places sort as numbers do. */
  static String change(long number) {
    return CHANGE + String.format(Locale.ROOT, "%019d", number);
  }

  /**
   * Reads the number of a change out of its place.
   *
   * @throws IllegalArgumentException for any other text
   */
  static long number(String place) {
    if (place.startsWith(CHANGE)) {
      long number = Long.parseLong(place.substring(CHANGE.length()));
      if (number >= 0 && change(number).equals(place)) {
        return number;
      }
    }
    throw new IllegalArgumentException("not the place of a change");
  }

  static Map<String, AttributeValue> mark(ResanitizeJob job) {
    Place place = new Place(job.startedAt(), job.id().value());
    return new ItemWriter().text(SHARD, RUNNING).text(PLACE, place.toString()).toItem();
  }

  static Place markedPlace(Map<String, AttributeValue> mark) {
    return ItemReader.decode("a mark of a job", mark, reader -> Place.parse(reader.text(PLACE)));
  }

  static Map<String, AttributeValue> encode(ResanitizeJob job) {
    ResanitizeCounts counts = job.counts();
    ItemWriter item =
        new ItemWriter()
            .text(SHARD, shard(job.id()))
            .text(PLACE, JOB)
            .number(REVISION, job.revision())
            .text("id", job.id().toString())
            .text("requestedBy", job.requestedBy().value())
            .instant("since", job.scope().since())
            .instant("until", job.scope().until())
            .flag("onlyOtherVersions", job.scope().onlyOtherVersions())
            .instant("startedAt", job.startedAt())
            .number("unchanged", counts.unchanged())
            .number("changed", counts.changed())
            .number("withoutOriginal", counts.withoutOriginal())
            .number("retracted", counts.retracted())
            .text("cursor", job.cursor())
            .number("timeouts", job.timeouts())
            .instant("movedAt", job.movedAt());
    switch (job.state()) {
      case State.Running _ -> item.text("state", "RUNNING");
      case State.Done done -> item.text("state", "DONE").instant("endedAt", done.at());
      case State.Failed failed -> item.text("state", "FAILED").instant("endedAt", failed.at());
    }
    return item.toItem();
  }

  static Map<String, AttributeValue> encode(
      ResanitizeJobId job, long number, VerdictChange change) {
    return new ItemWriter()
        .text(SHARD, shard(job))
        .text(PLACE, change(number))
        .text("attachmentId", change.attachment().toString())
        .nested("before", VerdictCodec.encode(change.before()))
        .nested("after", VerdictCodec.encode(change.after()))
        .toItem();
  }

  /**
   * Reads a job.
   *
   * @throws CorruptDataException for anything else
   */
  static ResanitizeJob decodeJob(Map<String, AttributeValue> item) {
    return ItemReader.decode("a job", item, ResanitizeJobCodec::job);
  }

  private static ResanitizeJob job(ItemReader item) {
    return new ResanitizeJob(
        new ResanitizeJobId(UUID.fromString(item.text("id"))),
        new Subject(item.text("requestedBy")),
        new ResanitizeScope(
            item.instant("since"), item.instant("until"), item.flag("onlyOtherVersions")),
        item.instant("startedAt"),
        state(item),
        new ResanitizeCounts(
            item.number("unchanged"),
            item.number("changed"),
            item.number("withoutOriginal"),
            item.number("retracted")),
        item.text("cursor", Function.identity()),
        Math.toIntExact(item.number("timeouts")),
        item.instant("movedAt"),
        item.number(REVISION));
  }

  private static State state(ItemReader item) {
    return switch (item.text("state")) {
      case "RUNNING" -> new State.Running();
      case "DONE" -> new State.Done(item.instant("endedAt"));
      case "FAILED" -> new State.Failed(item.instant("endedAt"));
      default -> throw new IllegalArgumentException("no such state");
    };
  }

  /**
   * Reads a change.
   *
   * @throws CorruptDataException for anything else
   */
  static VerdictChange decodeChange(Map<String, AttributeValue> item) {
    return ItemReader.decode(
        "a change of a verdict",
        item,
        reader ->
            new VerdictChange(
                AttachmentId.parse(reader.text("attachmentId")),
                VerdictCodec.decodeGiven(reader.nested("before")),
                VerdictCodec.decodeGiven(reader.nested("after"))));
  }
}
