package dev.sallyport.benchmarks.rebuild;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.media.image.ImageModule;
import dev.sallyport.media.image.PixelBudget;
import jakarta.inject.Singleton;
import java.util.Set;

/** The product's rebuilders of images, and nothing else. */
@Singleton
@Component(modules = {ImageModule.class, RebuildComponent.Memory.class})
interface RebuildComponent {
  Set<ContentRebuilder> rebuilders();

  /** As much memory for pixels as the product takes by default. */
  @Module
  interface Memory {
    @Provides
    @Singleton
    static PixelBudget pixelBudget() {
      return new PixelBudget(PixelBudget.defaultSize());
    }
  }
}
