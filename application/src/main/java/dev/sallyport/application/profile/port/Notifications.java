package dev.sallyport.application.profile.port;

import dev.sallyport.domain.profile.AvatarReady;

/** Makes known what others may want to know. */
public interface Notifications {
  /**
   * Announces a picture to every subscriber, each at least once. Returns only after the
   * announcement is durable; announcing the same again does no harm.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when it was certainly not
   *     announced
   * @throws dev.sallyport.application.shared.OutcomeUnknownException when it may have been
   */
  void announce(AvatarReady ready);
}
