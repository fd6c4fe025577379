package dev.sallyport.operations.fake;

import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.ReportId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Erasures in a map. */
public final class FakeErasures implements ErasureStore {
  private final Map<ReportId, Erasure> stored = new LinkedHashMap<>();
  private final Map<ReportId, List<ErasedThing>> things = new LinkedHashMap<>();

  @Override
  public boolean create(Erasure first) {
    return stored.putIfAbsent(first.report(), first) == null;
  }

  @Override
  public Optional<Erasure> find(ReportId report) {
    return Optional.ofNullable(stored.get(report));
  }

  @Override
  public boolean replace(Erasure next) {
    stored.put(next.report(), next);
    things.computeIfAbsent(next.report(), _ -> new ArrayList<>()).addAll(next.pending());
    return true;
  }

  @Override
  public List<Erasure> running(int limit) {
    return stored.values().stream().filter(Erasure::isRunning).limit(limit).toList();
  }

  @Override
  public Page<ErasedThing> things(ReportId report, int limit, Optional<PageToken> page) {
    List<ErasedThing> all = things.getOrDefault(report, List.of());
    int from = page.map(token -> Integer.parseInt(token.value())).orElse(0);
    int end = Math.min(all.size(), from + limit);
    return new Page<>(
        all.subList(from, end),
        end == all.size() ? Optional.empty() : Optional.of(new PageToken(Integer.toString(end))));
  }
}
