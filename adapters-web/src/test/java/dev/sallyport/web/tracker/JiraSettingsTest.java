package dev.sallyport.web.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.PortUnavailableException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiraSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.atlassian.net",
        "http://localhost.example.com",
        "https://user@example.atlassian.net",
        "https://example.atlassian.net/",
        "https://example.atlassian.net?x=1",
        "https://example.atlassian.net#x",
        "ftp://example.atlassian.net",
        "mailto:jane@example.com",
        "/rest"
      })
  void tokensGoNowhereElse(String site) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JiraSettings.of(URI.create(site), () -> FakeJira.LOGIN));
  }

  @Test
  void aPathInFrontIsKept() {
    JiraSettings settings =
        JiraSettings.of(
            URI.create("https://api.atlassian.com/ex/jira/11223344"), () -> FakeJira.LOGIN);
    assertThat(settings.at("/rest/api/3/issue"))
        .hasToString("https://api.atlassian.com/ex/jira/11223344/rest/api/3/issue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "ä"})
  void whatCannotStandInAHeaderIsNoToken(String token) {
    assertThatIllegalArgumentException().isThrownBy(() -> new JiraLogin("bot", token));
    assertThat(FakeJira.LOGIN.toString()).doesNotContain("token-1");
  }

  @Test
  void withoutATokenNothingIsAsked() {
    JiraSettings settings =
        JiraSettings.of(URI.create("https://example.com"), "bot@example.com", Optional::empty);
    assertThatThrownBy(() -> settings.login().get()).isInstanceOf(PortUnavailableException.class);
    JiraSettings complete =
        JiraSettings.of(
            URI.create("https://example.com"), "bot@example.com", () -> Optional.of("token-1"));
    assertThat(complete.login().get()).isEqualTo(FakeJira.LOGIN);
  }

  @Test
  void withoutSettingsThereIsNoTracker() {
    assertThat(JiraModule.tracker(Optional.empty(), new NoMetrics(), Clock.systemUTC())).isEmpty();
    assertThat(
            JiraModule.tracker(
                Optional.of(
                    JiraSettings.of(URI.create("https://example.com"), () -> FakeJira.LOGIN)),
                new NoMetrics(),
                Clock.systemUTC()))
        .isPresent();
  }
}
