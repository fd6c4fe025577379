package dev.sallyport.contract.identity;

import static dev.sallyport.contract.identity.TestTokens.NOW;
import static dev.sallyport.contract.identity.TestTokens.access;
import static dev.sallyport.contract.identity.TestTokens.at;
import static dev.sallyport.contract.identity.TestTokens.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict.Refused;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict.Verified;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link TokenVerifier} must keep: where its keys come from, and when it asks. */
public interface VerificationKeysContract {
  /**
   * Makes a verifier for {@link TestTokens}: that issuer and client, RS256 only, 60 seconds of
   * skew; keys fresh for 5 minutes, stale for 24 hours, fetched at most once in 10 seconds.
   */
  TokenVerifier verifier(KeySetSource keys, Clock clock);

  @Test
  default void fetchesKeysOnceForManyTokens() {
    PublishedKeys keys = PublishedKeys.ofTrustedIssuer();
    TokenVerifier verifier = verifier(keys, new MutableClock(NOW));
    for (int i = 0; i < 20; i++) {
      assertThat(verifier.verify(TestTokens.genuine())).isInstanceOf(Verified.class);
    }
    assertThat(keys.fetches()).isEqualTo(1);
  }

  @Test
  default void fetchesKeysOnceInTenSecondsUnderAFloodOfUnknownKeyIds() throws Exception {
    PublishedKeys keys = PublishedKeys.ofTrustedIssuer();
    MutableClock clock = new MutableClock(NOW);
    TokenVerifier verifier = verifier(keys, clock);
    flood(verifier);
    assertThat(keys.fetches()).isEqualTo(1);
    clock.advance(Duration.ofMillis(9_999));
    flood(verifier);
    assertThat(keys.fetches()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    flood(verifier);
    assertThat(keys.fetches()).isEqualTo(2);
    assertThat(verifier.verify(TestTokens.genuine())).isInstanceOf(Verified.class);
  }

  /** A thousand tokens with as many key ids, from sixteen threads at once. */
  private static void flood(TokenVerifier verifier)
      throws InterruptedException, ExecutionException {
    String rest = TestTokens.genuine().substring(TestTokens.genuine().indexOf('.'));
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<?>> verdicts =
          IntStream.range(0, 1000)
              .mapToObj(i -> TestKey.encode(TestKey.utf8(header("kid-" + i).toString())) + rest)
              .<Future<?>>map(token ->
                  threads.submit(
                      () -> assertThat(verifier.verify(token)).isEqualTo(new Refused(Cause.KEY))))
              .toList();
      for (Future<?> verdict : verdicts) {
        verdict.get();
      }
    }
  }

  @Test
  default void followsAChangeOfKeys() {
    PublishedKeys keys = PublishedKeys.ofTrustedIssuer();
    MutableClock clock = new MutableClock(NOW);
    TokenVerifier verifier = verifier(keys, clock);
    String older = TestTokens.genuine();
    String newer = TestKey.OTHER.sign(header("second"), access());
    assertThat(verifier.verify(older)).isInstanceOf(Verified.class);
    keys.publish(PublishedKeys.keySet(TestKey.OTHER.jwk("second")));
    assertThat(verifier.verify(newer)).isEqualTo(new Refused(Cause.KEY));
    assertThat(verifier.verify(older)).isInstanceOf(Verified.class);
    clock.advance(Duration.ofSeconds(10));
    assertThat(verifier.verify(newer)).isInstanceOf(Verified.class);
    assertThat(verifier.verify(older)).isEqualTo(new Refused(Cause.KEY));
  }

  @Test
  default void forgetsAKeyThatIsNoLongerPublished() {
    PublishedKeys keys = PublishedKeys.ofTrustedIssuer();
    MutableClock clock = new MutableClock(NOW);
    TokenVerifier verifier = verifier(keys, clock);
    assertThat(verifier.verify(TestTokens.genuine())).isInstanceOf(Verified.class);
    keys.publish(PublishedKeys.keySet(TestKey.OTHER.jwk("second")));
    clock.advance(Duration.ofMinutes(5));
    assertThat(verifier.verify(TestTokens.genuine())).isEqualTo(new Refused(Cause.KEY));
  }

  @TestFactory
  default Stream<DynamicTest> keepsKeysForADayWhenThePublisher() {
    String keys = PublishedKeys.keySet(TestKey.GENUINE.jwk(TestTokens.KID));
    Map<String, String> failures =
        Map.of(
            "publishes nothing", "",
            "publishes an error page", "<html>503</html>",
            "publishes an empty set", "{\"keys\":[]}",
            "publishes no list", "{\"keys\":{}}",
            "publishes no objects", "{\"keys\":[1,null,[]]}",
            "publishes only weak keys", PublishedKeys.keySet(TestKey.WEAK.jwk(TestTokens.KID)),
            "publishes half a set", keys.substring(0, 200),
            "publishes too many keys", keys.replace("]}", ",{\"kty\":\"x\"}".repeat(100) + "]}"),
            "publishes too much", keys + " ".repeat(65_536));
    Stream<DynamicTest> broken =
        failures.entrySet().stream()
            .map(failure ->
                DynamicTest.dynamicTest(
                    failure.getKey(),
                    () -> checkOutage(published -> published.publish(failure.getValue()))));
    return Stream.concat(
        broken,
        Stream.of(DynamicTest.dynamicTest("is away", () -> checkOutage(PublishedKeys::leave))));
  }

  private void checkOutage(Consumer<PublishedKeys> outage) {
    PublishedKeys keys = PublishedKeys.ofTrustedIssuer();
    String published = keys.fetch();
    MutableClock clock = new MutableClock(NOW);
    TokenVerifier verifier = verifier(keys, clock);
    String token = TestKey.GENUINE.sign(header(), access().with("exp", at(7 * 86_400)));
    assertThat(verifier.verify(token)).isInstanceOf(Verified.class);
    outage.accept(keys);
    clock.advance(Duration.ofHours(24).minusMillis(1));
    assertThat(verifier.verify(token)).isInstanceOf(Verified.class);
    assertThat(verifier.verify(TestKey.GENUINE.sign(header("unknown"), access())))
        .isEqualTo(new Refused(Cause.KEY));
    clock.advance(Duration.ofMillis(1));
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(PortUnavailableException.class);
    keys.publish(published);
    clock.advance(Duration.ofSeconds(10));
    assertThat(verifier.verify(token)).isInstanceOf(Verified.class);
  }

  @Test
  default void saysThatItCannotTellWhenNoKeysWereEverHad() {
    PublishedKeys keys = PublishedKeys.away();
    MutableClock clock = new MutableClock(NOW);
    TokenVerifier verifier = verifier(keys, clock);
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> verifier.verify(TestTokens.genuine()))
          .isInstanceOf(PortUnavailableException.class);
    }
    assertThat(keys.fetches()).isEqualTo(1);
    assertThat(verifier.verify("not.a.token")).isEqualTo(new Refused(Cause.MALFORMED));
    keys.publish(PublishedKeys.ofTrustedIssuer().fetch());
    clock.advance(Duration.ofSeconds(10));
    assertThat(verifier.verify(TestTokens.genuine())).isInstanceOf(Verified.class);
  }
}
