package dev.sallyport.operations.profile;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.profile.port.Notifications;

/** Binds how pictures are announced; needs a {@code Topic}. */
@Module
public interface NotificationsModule {
  /** Announcements as messages. */
  @Binds
  Notifications notifications(PublishedNotifications notifications);
}
