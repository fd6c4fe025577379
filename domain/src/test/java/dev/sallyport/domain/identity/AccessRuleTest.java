package dev.sallyport.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessRuleTest {
  @Test
  void rolesOpenTheirOwnDoorsAndAnAdminEveryOne() {
    Principal user = principal();
    Principal triager = principal(Role.TRIAGER);
    Principal admin = principal(Role.ADMIN);
    for (AccessRule rule : AccessRule.values()) {
      assertThat(rule.admits(admin)).isTrue();
    }
    assertThat(AccessRule.USER.admits(user)).isTrue();
    assertThat(AccessRule.TRIAGER.admits(user)).isFalse();
    assertThat(AccessRule.TRIAGER.admits(triager)).isTrue();
    assertThat(AccessRule.ADMIN.admits(triager)).isFalse();
  }

  @Test
  void dumpsAreNotForTriagersByThemselves() {
    assertThat(principal(Role.TRIAGER).holds(Role.DUMPS)).isFalse();
    assertThat(principal(Role.ADMIN).holds(Role.DUMPS)).isTrue();
  }

  @Test
  void unknownGroupsGiveNothing() {
    assertThat(Role.ofGroup("triager")).contains(Role.TRIAGER);
    assertThat(Role.ofGroup("root")).isEmpty();
    assertThat(Role.ofGroup("ADMIN")).isEmpty();
  }

  private static Principal principal(Role... roles) {
    return new Principal(new Subject("s"), "name", Set.of(roles));
  }
}
