package dev.sallyport.media.sniff;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import jakarta.inject.Singleton;

/** Binds the sniffer. */
@Module
public interface SniffModule {
  /** Binds it. */
  @Binds
  @Singleton
  ContentSniffer contentSniffer(MagicContentSniffer sniffer);
}
