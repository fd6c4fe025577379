package dev.sallyport.web.tracker;

import dev.sallyport.application.shared.PortUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which Jira is asked, as whom, and how long it is waited for.
 *
 * @param site where it is: {@code https}, or {@code http} on this machine; a path in front of
 *     {@code /rest} is kept, as scoped tokens need it
 * @param login as whom; asked for before each call, because tokens are rotated
 * @param connectTime how long a connection may take
 * @param answerTime how long a call may take, to the last byte of its answer
 */
public record JiraSettings(
    URI site, Supplier<JiraLogin> login, Duration connectTime, Duration answerTime) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration USUAL_CONNECT_TIME = Duration.ofSeconds(2);
  private static final Duration USUAL_ANSWER_TIME = Duration.ofSeconds(8);

  /** Rejects an address that nobody should be sent to with a token, and times without time. */
  public JiraSettings {
    check(site);
    if (connectTime.toMillis() < 1 || answerTime.toMillis() < 1) {
      throw new IllegalArgumentException("a tracker needs at least a millisecond");
    }
  }

  /** Returns settings with the usual times. */
  public static JiraSettings of(URI site, Supplier<JiraLogin> login) {
    return new JiraSettings(site, login, USUAL_CONNECT_TIME, USUAL_ANSWER_TIME);
  }

  /**
   * Returns settings with the usual times.
   *
   * @param user whose account makes issues
   * @param token asked for before each call; without one nothing is asked
   */
  public static JiraSettings of(URI site, String user, Supplier<Optional<String>> token) {
    return of(site, () -> login(user, token.get()));
  }

  private static JiraLogin login(String user, Optional<String> token) {
    try {
      return new JiraLogin(user, token.orElse(""));
    } catch (IllegalArgumentException e) {
      throw new PortUnavailableException("the issue tracker has no login", e);
    }
  }

  /**
   * Checks an address before anything else is known.
   *
   * @throws IllegalArgumentException when nobody should be sent there with a token
   */
  public static void check(URI site) {
    if (!isSite(site)) {
      throw new IllegalArgumentException("not https, or more than host and path");
    }
  }

  private static boolean isSite(URI site) {
    String host = site.getHost();
    boolean isPlain = "http".equals(site.getScheme()) && host != null && LOOPBACK.contains(host);
    return host != null
        && ("https".equals(site.getScheme()) || isPlain)
        && site.getRawUserInfo() == null
        && site.getRawQuery() == null
        && site.getRawFragment() == null
        && !site.getRawPath().endsWith("/");
  }

  /** Returns the address of an operation. */
  URI at(String path) {
    return URI.create(site + path);
  }
}
