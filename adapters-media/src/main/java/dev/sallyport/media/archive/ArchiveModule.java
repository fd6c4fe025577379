package dev.sallyport.media.archive;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import jakarta.inject.Singleton;

/** Contributes the rebuilders of archives. */
@Module
public interface ArchiveModule {
  /** Contributes ZIP. */
  @Binds
  @IntoSet
  @Singleton
  ArchiveRebuilder zip(ZipRebuilder rebuilder);

  /** Contributes gzip. */
  @Binds
  @IntoSet
  @Singleton
  ArchiveRebuilder gzip(GzipRebuilder rebuilder);

  /** Contributes tape archives. */
  @Binds
  @IntoSet
  @Singleton
  ArchiveRebuilder tar(TarRebuilder rebuilder);
}
