package dev.sallyport.benchmarks.avatar;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.profile.port.RenditionMaker;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.image.PixelBudget;
import dev.sallyport.media.image.RenditionModule;
import jakarta.inject.Singleton;

/** The product's maker of renditions, and nothing else. */
@Singleton
@Component(modules = {RenditionModule.class, AvatarComponent.Limits.class})
interface AvatarComponent {
  RenditionMaker maker();

  /** The limits that the product has by default. */
  @Module
  interface Limits {
    @Provides
    @Singleton
    static PixelBudget pixelBudget() {
      return new PixelBudget(PixelBudget.defaultSize());
    }

    @Provides
    static SanitizationPolicy policy() {
      return SanitizationPolicy.defaults();
    }
  }
}
