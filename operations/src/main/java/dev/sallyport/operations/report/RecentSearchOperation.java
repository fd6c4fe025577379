package dev.sallyport.operations.report;

import dev.sallyport.application.report.ShowRecentSearches;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.report.RecentSearch;
import dev.sallyport.domain.report.RecentSearches;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.MapShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Shows a triager that triager's own last searches. */
final class RecentSearchOperation {
  private static final Shape SEARCHES =
      ObjectShape.of(
          Member.required(
              "searches",
              ArrayShape.of(
                  ObjectShape.of(
                      Member.required("query", TextShape.text(0, RecentSearch.MAX_QUERY)),
                      Member.required(
                          "filters",
                          new MapShape(
                              TextShape.text(0, RecentSearch.MAX_VALUE),
                              RecentSearch.MAX_FILTERS,
                              RecentSearch.MAX_NAME)),
                      Member.required("at", TextShape.instant())),
                  0,
                  RecentSearches.MAX)));

  private final ShowRecentSearches showSearches;

  @Inject
  RecentSearchOperation(ShowRecentSearches showSearches) {
    this.showSearches = showSearches;
  }

  HttpOperation operation() {
    return HttpOperation.of(
            "showRecentSearches", "GET", "/service/searches/recent", AccessRule.TRIAGER)
        .summary("Shows the caller's last ten different searches, the latest first.")
        .answers(200, "The searches.", SEARCHES)
        .calls(this::show);
  }

  private Answer show(Call call) {
    List<RecentSearch> searches = showSearches.show(call.caller().subject());
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("searches");
          for (RecentSearch search : searches) {
            out.writeStartObject();
            out.writeStringField("query", search.query());
            out.writeObjectFieldStart("filters");
            for (Map.Entry<String, String> filter : search.filters().entrySet()) {
              out.writeStringField(filter.getKey(), filter.getValue());
            }
            out.writeEndObject();
            out.writeStringField("at", search.at().toString());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
