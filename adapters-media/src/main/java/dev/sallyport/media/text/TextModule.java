package dev.sallyport.media.text;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import jakarta.inject.Singleton;

/** Contributes the rebuilders of text. */
@Module
public interface TextModule {
  /** Contributes text and CSV. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder text(TextRebuilder rebuilder);

  /** Contributes JSON. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder json(JsonRebuilder rebuilder);
}
