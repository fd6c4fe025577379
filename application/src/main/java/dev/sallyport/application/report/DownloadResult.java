package dev.sallyport.application.report;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.net.URI;
import java.time.Instant;

/** What became of a triager's wish to see an attachment. */
public sealed interface DownloadResult {
  /**
   * May be fetched.
   *
   * @param url signed, for a short time; a secret
   * @param expiresAt when it ends
   */
  record Granted(URI url, Instant expiresAt) implements DownloadResult {
    @Override
    public String toString() {
      return "Granted[expiresAt=" + expiresAt + "]";
    }
  }

  /** No such report, or it has no such attachment. */
  record NotFound() implements DownloadResult {}

  /** The sanitizer has not come to a verdict. */
  record NotJudgedYet() implements DownloadResult {}

  /**
   * There will never be clean bytes.
   *
   * @param reason why
   */
  record NothingClean(ReasonCode reason) implements DownloadResult {}

  /** The caller lacks the permission for what was only validated. */
  record Forbidden() implements DownloadResult {}
}
