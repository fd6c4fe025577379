package dev.sallyport.operations.fake;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.sla.port.SlaErrorQuery;
import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaErrorId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SLA errors in the order in which they came. */
public final class FakeSlaErrors implements SlaErrorStore {
  public final Map<SlaErrorId, SlaError> errors = new LinkedHashMap<>();

  @Override
  public AcceptOutcome accept(SlaError error) {
    return errors.putIfAbsent(error.id(), error) == null
        ? new AcceptOutcome.Accepted()
        : new AcceptOutcome.Repeated();
  }

  @Override
  public Optional<SlaError> find(SlaErrorId id, Instant now) {
    return Optional.ofNullable(errors.get(id)).filter(error -> error.isLiveAt(now));
  }

  @Override
  public Page<SlaError> list(
      SlaErrorQuery query, Instant now, int limit, Optional<PageToken> page) {
    int from = page.map(token -> Integer.parseInt(token.value())).orElse(0);
    List<SlaError> all = errors.values().stream().filter(e -> matches(query, e)).toList();
    int end = Math.min(all.size(), from + limit);
    return new Page<>(
        all.subList(from, end),
        end == all.size() ? Optional.empty() : Optional.of(new PageToken(Integer.toString(end))));
  }

  private static boolean matches(SlaErrorQuery query, SlaError error) {
    Instant at = error.affectedDate();
    return switch (query) {
      case SlaErrorQuery.InFolder in ->
          error.breach().folder().equals(in.folder())
              && !at.isBefore(in.from())
              && at.isBefore(in.to());
      case SlaErrorQuery.OnDay on -> at.atZone(ZoneOffset.UTC).toLocalDate().equals(on.day());
    };
  }
}
