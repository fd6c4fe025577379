package dev.sallyport.lambda;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.media.MediaConfiguration;
import java.nio.file.Path;

/** What looking into bytes may use of a function. */
@Module
interface CheckingModule {
  /** The one folder that a function can write to. */
  @Provides
  static MediaConfiguration media() {
    return MediaConfiguration.defaults(Path.of(System.getProperty("java.io.tmpdir")));
  }
}
