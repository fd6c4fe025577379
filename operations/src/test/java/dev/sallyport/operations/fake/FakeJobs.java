package dev.sallyport.operations.fake;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs whose progress a test can make up. */
public final class FakeJobs implements ResanitizeJobStore {
  public final Map<ResanitizeJobId, ResanitizeJob> jobs = new LinkedHashMap<>();
  public final List<VerdictChange> changes = new ArrayList<>();

  @Override
  public CreateOutcome create(ResanitizeJob job) {
    jobs.put(job.id(), job);
    return new CreateOutcome.Created();
  }

  @Override
  public Optional<ResanitizeJob> find(ResanitizeJobId id) {
    return Optional.ofNullable(jobs.get(id));
  }

  @Override
  public ReplaceOutcome replace(ResanitizeJob next, List<VerdictChange> changed) {
    jobs.put(next.id(), next);
    changes.addAll(changed);
    return new ReplaceOutcome.Replaced();
  }

  @Override
  public Page<ResanitizeJob> running(int limit, Optional<PageToken> page) {
    return new Page<>(
        jobs.values().stream().filter(ResanitizeJob::isRunning).limit(limit).toList(),
        Optional.empty());
  }

  @Override
  public Page<VerdictChange> changes(ResanitizeJobId id, int limit, Optional<PageToken> page) {
    int from = page.map(token -> Integer.parseInt(token.value())).orElse(0);
    int end = Math.min(changes.size(), from + limit);
    return new Page<>(
        changes.subList(from, end),
        end == changes.size()
            ? Optional.empty()
            : Optional.of(new PageToken(Integer.toString(end))));
  }
}
