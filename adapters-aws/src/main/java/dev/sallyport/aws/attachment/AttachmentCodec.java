package dev.sallyport.aws.attachment;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.Shards;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableKey;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.attachment.DisplayName;
import dev.sallyport.domain.attachment.Purpose;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes attachments as items. Those that have not ended carry two attributes more, by which the
 * sparse index of what is due holds them, and those that were judged two others, for the index of
 * what was judged when.
 */
final class AttachmentCodec {
  /** What the shards of the index are of. */
  static final String LIST = "due";

  static final String REVISION = "revision";

  private static final String AVATAR = "avatar";
  private static final String BANNER = "banner";
  private static final String PREFIX = "attachment#";
  private static final TableKey DUE = TableDefinitions.DUE.key();
  private static final String DUE_PLACE = DUE.sort().orElseThrow();

  private static final TableKey JUDGED = TableDefinitions.JUDGED.key();
  private static final String JUDGED_PLACE = JUDGED.sort().orElseThrow();

  private AttachmentCodec() {}

  /**
   * An attachment and where its bytes are reserved.
   *
   * @param attachment it
   * @param reserveShard which shard of the reserve counts its bytes
   */
  record Stored(Attachment attachment, int reserveShard) {}

  static String itemId(AttachmentId id) {
    return PREFIX + id;
  }

  /** Returns the place in the list of what is due; it changes with the time. */
  static Place place(Attachment attachment) {
    return new Place(attachment.dueAt(), attachment.id().value());
  }

  /** Returns the place among what was first judged on the same day; it never changes. */
  static Place place(Attachment attachment, Judged judged) {
    return new Place(judged.at(), attachment.id().value());
  }

  /** Returns what the shards of the index of a day's verdicts are of: the day in UTC. */
  static String day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }

  static Map<String, AttributeValue> encode(Stored stored) {
    Attachment attachment = stored.attachment();
    Declaration declaration = attachment.declaration();
    ItemWriter item =
        new ItemWriter()
            .text(TableReads.ID, itemId(attachment.id()))
            .number(REVISION, attachment.revision())
            .text("declaredName", declaration.name().map(DisplayName::value))
            .text("declaredType", declaration.contentType())
            .text("declaredSha256", declaration.sha256())
            .flag("encrypted", attachment.encrypted())
            .number("maxBytes", attachment.maxBytes().bytes())
            .text("account", attachment.account().value())
            .text("receiptHash", attachment.receiptHash().hex())
            .instant("grantedAt", attachment.grantedAt())
            .instant("formExpiresAt", attachment.formExpiresAt())
            .instant("dueAt", attachment.dueAt())
            .number("reserveShard", stored.reserveShard());
    writePurpose(attachment.purpose(), item);
    declaration.size().ifPresent(size -> item.number("declaredSize", size.bytes()));
    StateCodec.encode(attachment.state(), item);
    if (!attachment.hasEnded()) {
      item.text(DUE.partition(), Shards.of(LIST, attachment.id().value()))
          .text(DUE_PLACE, place(attachment).toString());
    }
    if (attachment.state() instanceof Judged judged) {
      item.text(JUDGED.partition(), Shards.of(day(judged.at()), attachment.id().value()))
          .text(JUDGED_PLACE, place(attachment, judged).toString());
    }
    return item.toItem();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws CorruptDataException for anything else
   */
  static Stored decode(Map<String, AttributeValue> item) {
    AttributeValue id = item.get(TableReads.ID);
    String what = id == null ? "an attachment without id" : String.valueOf(id.s());
    return ItemReader.decode(
        what,
        item,
        reader -> new Stored(attachment(reader), Math.toIntExact(reader.number("reserveShard"))));
  }

  private static Attachment attachment(ItemReader item) {
    return new Attachment(
        AttachmentId.parse(item.text(TableReads.ID).substring(PREFIX.length())),
        purpose(item),
        declaration(item),
        item.flag("encrypted"),
        new DataSize(item.number("maxBytes")),
        new QuotaAccount(item.text("account")),
        new Sha256(item.text("receiptHash")),
        item.instant("grantedAt"),
        item.instant("formExpiresAt"),
        item.instant("dueAt"),
        StateCodec.decode(item),
        item.number(REVISION));
  }

  /** Evidence says nothing, as attachments did before there was anything else. */
  private static void writePurpose(Purpose purpose, ItemWriter item) {
    switch (purpose) {
      case Purpose.Evidence _ -> {}
      case Purpose.Avatar(Subject owner) ->
          item.text("purpose", AVATAR).text("owner", owner.value());
      case Purpose.Banner(Subject owner) ->
          item.text("purpose", BANNER).text("owner", owner.value());
    }
  }

  private static Purpose purpose(ItemReader item) {
    Optional<String> purpose = item.text("purpose", text -> text);
    if (purpose.isEmpty()) {
      return new Purpose.Evidence();
    }
    Subject owner = new Subject(item.text("owner"));
    return switch (purpose.get()) {
      case AVATAR -> new Purpose.Avatar(owner);
      case BANNER -> new Purpose.Banner(owner);
      default -> throw new IllegalArgumentException("no such purpose");
    };
  }

  private static Declaration declaration(ItemReader item) {
    return new Declaration(
        item.text("declaredName", DisplayName::new),
        item.text("declaredType", MediaType::new),
        item.optionalNumber("declaredSize").map(DataSize::new),
        item.text("declaredSha256", Sha256::new));
  }
}
