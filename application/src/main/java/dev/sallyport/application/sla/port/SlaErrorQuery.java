package dev.sallyport.application.sla.port;

import dev.sallyport.domain.sla.Folder;
import java.time.Instant;
import java.time.LocalDate;

/** Which SLA errors somebody wants to see. */
public sealed interface SlaErrorQuery {
  /**
   * Those of one folder.
   *
   * @param folder which
   * @param from the first affected date
   * @param to the first affected date that is too late, after {@code from}; both in the years 1 to
   *     9999
   */
  record InFolder(Folder folder, Instant from, Instant to) implements SlaErrorQuery {
    /** Rejects a time that ends before it begins. */
    public InFolder {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("from is not before to");
      }
    }
  }

  /**
   * Those of all folders.
   *
   * @param day of their affected date, in UTC, in the years 1 to 9999
   */
  record OnDay(LocalDate day) implements SlaErrorQuery {}
}
