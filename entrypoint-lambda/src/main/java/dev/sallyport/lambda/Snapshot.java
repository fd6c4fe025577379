package dev.sallyport.lambda;

import java.util.Optional;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Practises before Lambda takes a snapshot of a function, so that what begins from it is warm, and
 * renews what must not be the same in all that begin from it (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">runtime
 * hooks</a>).
 *
 * <p>Practice makes no connection and reads no secret and no credentials, so that there is nothing
 * to close: all of them are had when they are first needed, after the snapshot.
 */
final class Snapshot implements Resource {
  private final Runnable practice;
  private final FreshIds ids;

  private Snapshot(Runnable practice, FreshIds ids) {
    this.practice = practice;
    this.ids = ids;
  }

  /**
   * Registers the hooks where there will be a snapshot; elsewhere they would only cost time.
   * Whoever calls keeps what is returned: the registry itself forgets it.
   */
  static Optional<Snapshot> registerIf(boolean isSnapStart, Runnable practice, FreshIds ids) {
    if (!isSnapStart) {
      return Optional.empty();
    }
    Snapshot snapshot = new Snapshot(practice, ids);
    Core.getGlobalContext().register(snapshot);
    return Optional.of(snapshot);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    practice.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    ids.renew();
  }
}
