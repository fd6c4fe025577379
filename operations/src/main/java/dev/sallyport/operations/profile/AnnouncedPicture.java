package dev.sallyport.operations.profile;

import dev.sallyport.application.profile.ShowPicture;
import dev.sallyport.domain.profile.AvatarReady;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Subscribes to announcements and puts each picture on its owner's profile; one that comes late or
 * twice changes nothing.
 */
final class AnnouncedPicture implements MessageOperation {
  private final ShowPicture showPicture;

  @Inject
  AnnouncedPicture(ShowPicture showPicture) {
    this.showPicture = showPicture;
  }

  @Override
  public String id() {
    return "showPicture";
  }

  @Override
  public String queue() {
    return Queues.PICTURES;
  }

  @Override
  public Duration visibility() {
    return Duration.ofSeconds(30);
  }

  @Override
  public MessageOutcome handle(IncomingMessage message) {
    Optional<AvatarReady> ready = AnnouncementCodec.decode(message.body());
    if (ready.isEmpty()) {
      return new MessageOutcome.DeadLetter("malformed");
    }
    showPicture.show(ready.get());
    return new MessageOutcome.Done();
  }
}
