package dev.sallyport.aws.report;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearch;
import dev.sallyport.domain.report.RecentSearches;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes what a user has searched for as one item. */
final class RecentSearchCodec {
  static final String PLACE = "searches";
  static final String VERSION = "version";

  private static final String SEARCHES = "searches";

  private RecentSearchCodec() {}

  static String owner(Subject owner) {
    return "user#" + owner.value();
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
