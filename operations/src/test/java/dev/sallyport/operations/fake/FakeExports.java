package dev.sallyport.operations.fake;

import dev.sallyport.application.report.port.ExportStore;
import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.ExportId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exports in a map. */
public final class FakeExports implements ExportStore {
  private final Map<ExportId, Export> stored = new LinkedHashMap<>();

  @Override
  public boolean create(Export first) {
    return stored.putIfAbsent(first.id(), first) == null;
  }

  @Override
  public Optional<Export> find(ExportId id) {
    return Optional.ofNullable(stored.get(id));
  }

  @Override
  public boolean replace(Export next) {
    stored.put(next.id(), next);
    return true;
  }

  @Override
  public List<Export> running(int limit) {
    return stored.values().stream()
        .filter(export -> export.state() instanceof Export.State.Running)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Export> done(int limit) {
    return stored.values().stream()
        .filter(export -> export.state() instanceof Export.State.Done)
        .limit(limit)
        .toList();
  }
}
