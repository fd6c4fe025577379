package dev.sallyport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.identity.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentSearchesTest {
  private static final Subject JANE = new Subject("jane");

  @Test
  void theLastTenAreRememberedLatestFirst() {
    RecentSearches searches = RecentSearches.none(JANE);
    for (int i = 0; i < 14; i++) {
      searches = searches.with(search("q" + i, i));
    }
    assertThat(searches.version()).isEqualTo(14);
    assertThat(searches.searches())
        .extracting(RecentSearch::query)
        .containsExactlyElementsOf(
            IntStream.iterate(13, i -> i - 1).limit(10).mapToObj(i -> "q" + i).toList());
  }

  @Test
  void theSameSearchAgainComesFirstAndOnce() {
    RecentSearches searches =
        RecentSearches.none(JANE)
            .with(search("a", 1))
            .with(search("b", 2))
            .with(new RecentSearch("a", new TreeMap<>(Map.of("status", "NEW")), Instant.EPOCH))
            .with(search("a", 4));
    assertThat(searches.searches()).extracting(RecentSearch::query).containsExactly("a", "a", "b");
    assertThat(searches.searches().getFirst()).isEqualTo(search("a", 4));
  }

  @Test
  void aSearchIsBoundedAndNotPrinted() {
    assertThat(search("secret", 1).toString()).doesNotContain("secret");
    assertThatIllegalArgumentException().isThrownBy(() -> search("x".repeat(1001), 1));
    for (Map<String, String> filters :
        List.of(Map.of("", "x"), Map.of("n".repeat(101), "x"), Map.of("n", "x".repeat(201)))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecentSearch("q", new TreeMap<>(filters), Instant.EPOCH));
    }
  }

  private static RecentSearch search(String query, int second) {
    return new RecentSearch(query, new TreeMap<>(), Instant.ofEpochSecond(second));
  }
}
