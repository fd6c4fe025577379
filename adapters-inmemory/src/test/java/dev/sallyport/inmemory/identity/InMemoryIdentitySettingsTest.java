package dev.sallyport.inmemory.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.identity.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryIdentitySettingsTest {
  private static final InMemoryUser TESS =
      new InMemoryUser("tess", "Correct-horse-7", Set.of(Role.TRIAGER));

  @Test
  void passwordsTakeTheRecommendedWorkUnlessToldOtherwise() {
    assertThat(InMemoryIdentitySettings.of("issuer", "client", List.of(TESS)).passwordIterations())
        .isEqualTo(600_000);
  }

  @Test
  void refuseWhatIsMissingOutOfRangeOrDouble() {
    refuses("", "client", 1_000, List.of());
    refuses("issuer", " ", 1_000, List.of());
    refuses("issuer", "client", 999, List.of());
    refuses("issuer", "client", 10_000_001, List.of());
    refuses("issuer", "client", 1_000, List.of(TESS, new InMemoryUser("tess", "x", Set.of())));
  }

  private static void refuses(
      String issuer, String client, int iterations, List<InMemoryUser> users) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InMemoryIdentitySettings(issuer, client, iterations, users));
  }

  @Test
  void aUserHasAnAcceptableNameAndPassword() {
    for (String name : List.of("", " ", "a b", "a\u0000", "a\n", "\u202ea", "x".repeat(129))) {
      assertThatIllegalArgumentException()
          .as("name of %d", name.length())
          .isThrownBy(() -> new InMemoryUser(name, "password", Set.of()));
    }
    for (String password : List.of("", "x".repeat(257))) {
      assertThatIllegalArgumentException()
          .as("password of %d", password.length())
          .isThrownBy(() -> new InMemoryUser("name", password, Set.of()));
    }
  }

  @Test
  void aUserIsNeverPrinted() {
    assertThat(TESS.toString()).doesNotContain("tess", "Correct-horse-7");
  }

  @Test
  void aUserKeepsItsSubjectAfterARestart() {
    assertThat(TESS.subject()).hasToString("53bb8180-2548-389f-9100-49c85924b12b");
    assertThat(new InMemoryUser("tess", "another", Set.of()).subject()).isEqualTo(TESS.subject());
  }
}
