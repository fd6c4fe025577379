package dev.sallyport.application.report.port;

import dev.sallyport.domain.report.Export;
import dev.sallyport.domain.report.ExportId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps exports.
 *
 * <p>Every read is strongly consistent. A write answers only after it is durable, and happens whole
 * or not at all.
 */
public interface ExportStore {
  /**
   * Stores the first revision, unless there is an export with this id.
   *
   * @return whether it is stored
   */
  boolean create(Export first);

  /** Returns the export as it is now. */
  Optional<Export> find(ExportId id);

  /**
   * Stores the next revision, if the stored one is the revision before it.
   *
   * @return whether it is stored
   */
  boolean replace(Export next);

  /**
   * Returns exports whose file is to be written, those that were started first before others.
   *
   * @param limit 1 to 100
   */
  List<Export> running(int limit);

  /**
   * Returns exports whose file is there, those that were started first before others.
   *
   * @param limit 1 to 100
   */
  List<Export> done(int limit);
}
