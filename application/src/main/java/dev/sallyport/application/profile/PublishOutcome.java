package dev.sallyport.application.profile;

import dev.sallyport.domain.profile.AvatarReady;

/** What became of a picture that was sent. */
public sealed interface PublishOutcome {
  /**
   * It stands in all sizes, and was announced.
   *
   * @param ready the announcement
   */
  record Published(AvatarReady ready) implements PublishOutcome {}

  /**
   * It becomes no picture, now or ever; what is shown stays as it is.
   *
   * @param reason a stable word for logs and metrics
   */
  record Nothing(String reason) implements PublishOutcome {}

  /**
   * Could not be settled now.
   *
   * @param reason a stable word for logs and metrics
   */
  record RetryLater(String reason) implements PublishOutcome {}
}
