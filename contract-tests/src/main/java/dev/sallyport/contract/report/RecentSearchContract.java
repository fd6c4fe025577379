package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.RememberSearch;
import dev.sallyport.application.report.ShowRecentSearches;
import dev.sallyport.application.report.port.RecentSearchStore;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.RecentSearch;
import dev.sallyport.domain.report.RecentSearches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What whoever keeps recent searches keeps: the last ten of each user, whatever others do. */
public interface RecentSearchContract {
  /** Who searches. */
  Subject JANE = new Subject("jane");

  /** Opens the store of a deployment, empty; the same one within a test. */
  RecentSearchStore open();

  @Test
  default void whoeverHasNotSearchedHasNone() {
    assertThat(open().of(JANE)).isEqualTo(RecentSearches.none(JANE));
  }

  @Test
  default void replaceStoresTheNextVersionOnly() {
    RecentSearchStore store = open();
    RecentSearches first = RecentSearches.none(JANE).with(search("ä \"x\""));
    RecentSearches second = first.with(search(""));

    assertThat(store.replace(second)).isFalse();
    assertThat(store.replace(RecentSearches.none(JANE))).isFalse();
    assertThat(store.replace(first)).isTrue();
    assertThat(store.replace(RecentSearches.none(JANE).with(search("other")))).isFalse();
    assertThat(store.of(JANE)).isEqualTo(first);

    assertThat(store.replace(second)).isTrue();
    assertThat(store.of(JANE)).isEqualTo(second);
    assertThat(store.of(new Subject("joe"))).isEqualTo(RecentSearches.none(new Subject("joe")));
  }

  @Test
  default void theLongestSearchesAreKept() {
    RecentSearchStore store = open();
    RecentSearches searches = RecentSearches.none(JANE);
    for (int i = 0; i < RecentSearches.MAX; i++) {
      TreeMap<String, String> filters = new TreeMap<>();
      for (int j = 0; j < RecentSearch.MAX_FILTERS; j++) {
        filters.put(
            "\u20ac".repeat(RecentSearch.MAX_NAME - 2) + (10 + j),
            "\u20ac".repeat(RecentSearch.MAX_VALUE));
      }
      String query = i + "\u20ac".repeat(RecentSearch.MAX_QUERY - 1);
      searches = searches.with(new RecentSearch(query, filters, Instant.ofEpochMilli(i)));
      assertThat(store.replace(searches)).isTrue();
    }
    assertThat(store.of(JANE)).isEqualTo(searches);
  }

  @Test
  default void searchesAtOnceAreAllRemembered() {
    RecentSearchStore store = open();
    RememberSearch remember = new RememberSearch(store, MutableClock.atNoon());

    List<Boolean> remembered =
        Race.run(n -> remember.remember(JANE, "query " + n, new TreeMap<>()));

    assertThat(remembered).containsOnly(true);
    assertThat(new ShowRecentSearches(store).show(JANE))
        .extracting(RecentSearch::query)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, Race.THREADS).mapToObj(n -> "query " + n).toList());
  }

  private static RecentSearch search(String query) {
    return new RecentSearch(
        query,
        new TreeMap<>(Map.of("status", "NEW", "ä", "")),
        Instant.parse("2026-11-21T12:34:56.789Z"));
  }
}
