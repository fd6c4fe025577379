package dev.sallyport.inmemory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.shared.port.IdGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryIdentityModuleTest {
  @Singleton
  @Component(modules = InMemoryIdentityModule.class)
  interface Identity {
    UserDirectory directory();

    KeySetSource keys();

    @Component.Factory
    interface Factory {
      Identity create(
          @BindsInstance InMemoryIdentitySettings settings,
          @BindsInstance CodeDelivery codes,
          @BindsInstance IdGenerator ids,
          @BindsInstance Clock clock);
    }
  }

  @Test
  void thereIsOneKeyForWhoSignsAndWhoPublishes() {
    InMemoryUser user = new InMemoryUser("tess", "password", Set.of());
    Identity identity =
        DaggerInMemoryIdentityModuleTest_Identity.factory()
            .create(
                new InMemoryIdentitySettings("issuer", "client", 1_000, List.of(user)),
                (_, _, _, _) -> {},
                new TestIds(),
                Clock.systemUTC());
    String keys = identity.keys().fetch();
    assertThat(identity.directory()).isSameAs(identity.directory());
    assertThat(identity.directory().signIn("tess", "password"))
        .isInstanceOf(UserDirectory.SignIn.SignedIn.class);
    assertThat(identity.keys().fetch()).isEqualTo(keys);
  }
}
