package dev.sallyport.aws.report;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.IndexRange.Bounds;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearch;
import dev.sallyport.domain.report.RecentSearches;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes what a user has searched for as one item. */
final class RecentSearchCodec {
  static final String PLACE = "searches";
  static final String VERSION = "version";

  /** All of {@link #named}. */
  static final Bounds ALL_USERS = new Bounds.Ascending("user#", "user$");

  private static final String USER = "user#";
  private static final String SEARCHES = "searches";

  private RecentSearchCodec() {}

  static String owner(Subject owner) {
    return USER + owner.value();
  }

  /** Where the users stand that may have named an id. */
  static String namedOwner(UUID id) {
    return "named#" + id;
  }

  /** Returns the item, all of it key, that says that a user has named an id. */
  static Map<String, AttributeValue> named(UUID id, Subject owner) {
    return new ItemWriter()
        .text(TableDefinitions.TRIAGE.partition(), namedOwner(id))
        .text(TableDefinitions.TRIAGE.sort().orElseThrow(), owner(owner))
        .toItem();
  }

  /** Reads who has named it. */
  static Subject decodeNamed(Map<String, AttributeValue> item) {
    return ItemReader.decode(
        "who named an id",
        item,
        reader ->
            new Subject(
                reader
                    .text(TableDefinitions.TRIAGE.sort().orElseThrow())
                    .substring(USER.length())));
  }

  static Map<String, AttributeValue> encode(RecentSearches searches) {
    return new ItemWriter()
        .text(TableDefinitions.TRIAGE.partition(), owner(searches.owner()))
        .text(TableDefinitions.TRIAGE.sort().orElseThrow(), PLACE)
        .number(VERSION, searches.version())
        .values(SEARCHES, searches.searches().stream().map(RecentSearchCodec::encode).toList())
        .toItem();
  }

  private static AttributeValue encode(RecentSearch search) {
    ItemWriter filters = new ItemWriter();
    search.filters().forEach(filters::text);
    return new ItemWriter()
        .text("query", search.query())
        .nested("filters", filters)
        .instant("at", search.at())
        .toValue();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws CorruptDataException for anything else
   */
  static RecentSearches decode(Subject owner, Map<String, AttributeValue> item) {
    return ItemReader.decode(
        "recent searches",
        item,
        reader ->
            new RecentSearches(
                owner,
                reader.values(SEARCHES).stream()
                    .map(ItemReader::of)
                    .map(RecentSearchCodec::search)
                    .toList(),
                reader.number(VERSION)));
  }

  private static RecentSearch search(ItemReader item) {
    ItemReader inner = item.nested("filters");
    SortedMap<String, String> filters = new TreeMap<>();
    inner.all().keySet().forEach(name -> filters.put(name, inner.text(name)));
    return new RecentSearch(item.text("query"), filters, item.instant("at"));
  }
}
