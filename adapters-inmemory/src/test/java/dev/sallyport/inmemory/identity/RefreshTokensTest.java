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
    String ofTess = tokens.issue(TESS);
    String ofAda = tokens.issue(ADA);
    assertThat(tokens.owner(ofTess)).contains(TESS);
    assertThat(tokens.owner(ofAda)).contains(ADA);
    assertThat(tokens.owner(ofAda.substring(1))).isEmpty();
    assertThat(tokens.owner("")).isEmpty();
  }

  @Test
  void aTokenLivesForThirtyDays() {
    String token = tokens.issue(TESS);
    now.set(NOW.plus(Duration.ofDays(30)).minusMillis(1));
    assertThat(tokens.owner(token)).contains(TESS);
    now.set(NOW.plus(Duration.ofDays(30)));
    assertThat(tokens.owner(token)).isEmpty();
  }

  @Test
  void aFurtherTokenEndsTheUsersOldest() {
    String ofAda = tokens.issue(ADA);
    List<String> ofTess = new ArrayList<>();
    for (int i = 0; i <= RefreshTokens.MAX_PER_USER; i++) {
      ofTess.add(tokens.issue(TESS));
    }
    assertThat(tokens.owner(ofTess.removeFirst())).isEmpty();
    assertThat(ofTess).allSatisfy(token -> assertThat(tokens.owner(token)).contains(TESS));
    assertThat(tokens.owner(ofAda)).contains(ADA);
  }
}
