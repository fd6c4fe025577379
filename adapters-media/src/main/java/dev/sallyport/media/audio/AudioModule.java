package dev.sallyport.media.audio;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import jakarta.inject.Singleton;

/** Contributes the rebuilders of audio. */
@Module
public interface AudioModule {
  /** Contributes FLAC. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder flac(FlacRebuilder rebuilder);

  /** Contributes MP3. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder mp3(Mp3Rebuilder rebuilder);

  /** Contributes Ogg. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder ogg(OggRebuilder rebuilder);

  /** Contributes WAV. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder wav(WavRebuilder rebuilder);
}
