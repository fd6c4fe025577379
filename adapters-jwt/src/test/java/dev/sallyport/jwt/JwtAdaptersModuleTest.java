package dev.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict.Refused;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.contract.identity.PublishedKeys;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JwtAdaptersModuleTest {
  @Singleton
  @Component(modules = JwtAdaptersModule.class)
  interface Tokens {
    TokenVerifier verifier();

    @Component.Factory
    interface Factory {
      Tokens create(
          @BindsInstance JwtSettings settings,
          @BindsInstance KeySetSource keys,
          @BindsInstance Clock clock,
          @BindsInstance Metrics metrics);
    }
  }

  @Test
  void thereIsOneVerifierAndItAsksNobodyBeforeItHasTo() {
    PublishedKeys keys = PublishedKeys.ofTrustedIssuer();
    Tokens tokens =
        DaggerJwtAdaptersModuleTest_Tokens.factory()
            .create(
                JwtSettings.of("issuer", Set.of("client")),
                keys,
                Clock.systemUTC(),
                new CountingMetrics());
    assertThat(tokens.verifier()).isSameAs(tokens.verifier());
    assertThat(tokens.verifier().verify("junk")).isEqualTo(new Refused(Cause.MALFORMED));
    assertThat(keys.fetches()).isZero();
  }
}
