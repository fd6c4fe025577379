package dev.sallyport.operations.profile;

import dev.sallyport.application.profile.port.Notifications;
import dev.sallyport.application.queue.port.Topic;
import dev.sallyport.domain.profile.AvatarReady;
import jakarta.inject.Inject;

/** Publishes announcements as messages of a topic. */
final class PublishedNotifications implements Notifications {
  private final Topic topic;

  @Inject
  PublishedNotifications(Topic topic) {
    this.topic = topic;
  }

  @Override
  public void announce(AvatarReady ready) {
    topic.publish(AnnouncementCodec.encode(ready));
  }
}
