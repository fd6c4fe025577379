package dev.sallyport.aws.sla;

import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.sla.Folder;
import dev.sallyport.domain.sla.LateFile;
import dev.sallyport.domain.sla.SlaBreach;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaErrorId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes SLA errors as items, under the names that other readers of the table know: {@code ErrorId,
 * Folder, AffectedDate, SLA, Files [{Filename, CreationDate}]}. A day is spread over {@link
 * #SHARDS} partitions, such as {@code 2026-11-21#07}.
 */
final class SlaErrorCodec {
  static final String ID = TableDefinitions.SLA_ERRORS.partition();

  /** What was stored under a shard is found under it alone, so there are never fewer. */
  static final int SHARDS = 8;

  private static final String FOLDER = TableDefinitions.FOLDER.key().partition();
  private static final String DATE = TableDefinitions.AFFECTED_DATE.key().partition();
  private static final String DAY = TableDefinitions.AFFECTED_DAY.key().partition();
  private static final String SLA = "SLA";
  private static final String FILES = "Files";
  private static final String NAME = "Filename";
  private static final String CREATED = "CreationDate";

  private SlaErrorCodec() {}

  static Map<String, AttributeValue> key(SlaErrorId id) {
    return new ItemWriter().text(ID, id.toString()).toItem();
  }

  static Map<String, AttributeValue> encode(SlaError error) {
    SlaBreach breach = error.breach();
    return new ItemWriter()
        .text(ID, error.id().toString())
        .text(FOLDER, breach.folder().value())
        .instant(DATE, error.affectedDate())
        .text(DAY, shard(error))
        .number(SLA, breach.slaMinutes())
        .values(FILES, breach.files().stream().map(SlaErrorCodec::encode).toList())
        .number(TableDefinitions.EXPIRES_AT, error.expiresAt().getEpochSecond())
        .toItem();
  }

  private static AttributeValue encode(LateFile file) {
    return new ItemWriter().text(NAME, file.name()).instant(CREATED, file.createdAt()).toValue();
  }

  static SlaError decode(Map<String, AttributeValue> item) {
    return ItemReader.decode("an SLA error", item, SlaErrorCodec::decode);
  }

  private static SlaError decode(ItemReader item) {
    List<LateFile> files =
        item.values(FILES).stream()
            .map(ItemReader::of)
            .map(file -> new LateFile(file.text(NAME), file.instant(CREATED)))
            .toList();
    return new SlaError(
        new SlaErrorId(UUID.fromString(item.text(ID))),
        new SlaBreach(new Folder(item.text(FOLDER)), Math.toIntExact(item.number(SLA)), files),
        item.instant(DATE),
        Instant.ofEpochSecond(item.number(TableDefinitions.EXPIRES_AT)));
  }

  /** Returns where an item stands in lists by date. */
  static Place place(Map<String, AttributeValue> item) {
    return ItemReader.decode(
        "an SLA error",
        item,
        reader -> new Place(reader.instant(DATE), UUID.fromString(reader.text(ID))));
  }

  /** Returns the keys by which a day is read. */
  static List<String> shards(LocalDate day) {
    return IntStream.range(0, SHARDS).mapToObj(number -> shard(day, number)).toList();
  }

  private static String shard(SlaError error) {
    LocalDate day = error.affectedDate().atZone(ZoneOffset.UTC).toLocalDate();
    return shard(day, Math.floorMod(error.id().value().hashCode(), SHARDS));
  }

  private static String shard(LocalDate day, int number) {
    return String.format(Locale.ROOT, "%s#%02d", day, number);
  }
}
