package dev.sallyport.application.report;

import dev.sallyport.application.report.port.ErasureStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.ReportId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows how far an erasure has come and what it removes. */
public final class ShowErasure {
  private final ErasureStore erasures;

  /** Takes the ports that it works with. */
  @Inject
  public ShowErasure(ErasureStore erasures) {
    this.erasures = erasures;
  }

  /**
   * An erasure and a part of what it removes.
   *
   * @param erasure how far it has come
   * @param things one page
   */
  public record Progress(Erasure erasure, Page<ErasedThing> things) {}

  /** Returns the erasure with one page of what it removes, or nothing when there is none. */
  public Optional<Progress> show(ReportId id, int limit, Optional<PageToken> page) {
    return erasures.find(id).map(found -> new Progress(found, erasures.things(id, limit, page)));
  }
}
