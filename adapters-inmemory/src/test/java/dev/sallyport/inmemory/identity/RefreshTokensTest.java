package dev.sallyport.inmemory.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.identity.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {
  private static final Subject TESS = new Subject("tess");
  private static final Subject ADA = new Subject("ada");

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final RefreshTokens tokens =
      new RefreshTokens(new TestIds(), ((InstantSource) now::get).withZone(ZoneOffset.UTC));

  @Test
  void eachTokenNamesItsOwner() {
    String ofTess = tokens.issue(tokens.begin(TESS));
    String ofAda = tokens.issue(tokens.begin(ADA));
    assertThat(tokens.begun(ofTess).map(RefreshTokens.Begun::subject)).contains(TESS);
    assertThat(tokens.begun(ofAda).map(RefreshTokens.Begun::subject)).contains(ADA);
    assertThat(tokens.begun(ofAda.substring(1)).map(RefreshTokens.Begun::subject)).isEmpty();
    assertThat(tokens.begun("").map(RefreshTokens.Begun::subject)).isEmpty();
  }

  @Test
  void aTokenLivesForThirtyDays() {
    String token = tokens.issue(tokens.begin(TESS));
    now.set(NOW.plus(Duration.ofDays(30)).minusMillis(1));
    assertThat(tokens.begun(token).map(RefreshTokens.Begun::subject)).contains(TESS);
    now.set(NOW.plus(Duration.ofDays(30)));
    assertThat(tokens.begun(token).map(RefreshTokens.Begun::subject)).isEmpty();
  }

  @Test
  void aFurtherTokenEndsTheUsersOldest() {
    String ofAda = tokens.issue(tokens.begin(ADA));
    List<String> ofTess = new ArrayList<>();
    for (int i = 0; i <= RefreshTokens.MAX_PER_USER; i++) {
      ofTess.add(tokens.issue(tokens.begin(TESS)));
    }
    assertThat(tokens.begun(ofTess.removeFirst()).map(RefreshTokens.Begun::subject)).isEmpty();
    assertThat(ofTess)
        .allSatisfy(token ->
            assertThat(tokens.begun(token).map(RefreshTokens.Begun::subject)).contains(TESS));
    assertThat(tokens.begun(ofAda).map(RefreshTokens.Begun::subject)).contains(ADA);
  }
}
