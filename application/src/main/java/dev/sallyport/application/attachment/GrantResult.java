package dev.sallyport.application.attachment;

import dev.sallyport.domain.attachment.Receipt;
import java.time.Instant;
import java.util.List;

/** What became of a request for upload forms. */
public sealed interface GrantResult {
  /**
   * Granted.
   *
   * @param receipt shows later that the attachments are the caller's
   * @param forms one for each item, in its order
   */
  record Granted(Receipt receipt, List<UploadForm> forms) implements GrantResult {
    /** Copies the forms. */
    public Granted {
      forms = List.copyOf(forms);
    }
  }

  /**
   * The caller has used up its quota.
   *
   * @param windowEnds when it may ask again
   */
  record QuotaExceeded(Instant windowEnds) implements GrantResult {}

  /** The deployment's quarantine is full; nobody may send anything for now. */
  record QuarantineFull() implements GrantResult {}
}
