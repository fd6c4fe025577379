package dev.sallyport.web.tracker;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * As whom Jira is asked (<a
 * href="https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/">basic
 * authentication</a>).
 *
 * @param user the address of an account, 1 to 254 characters
 * @param token its API token, 1 to 1,000 characters
 */
public record JiraLogin(String user, String token) {
  /** Rejects what cannot stand in a header. */
  public JiraLogin {
    if (!isFit(user, 254) || user.indexOf(':') >= 0 || !isFit(token, 1000)) {
      throw new IllegalArgumentException("a login is an address and a token");
    }
  }

  private static boolean isFit(String text, int max) {
    return !text.isEmpty()
        && text.length() <= max
        && text.chars().allMatch(c -> c > ' ' && c < 127);
  }

  /** Returns the value of the header that says so. */
  String authorization() {
    byte[] pair = (user + ":" + token).getBytes(StandardCharsets.US_ASCII);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "JiraLogin[redacted]";
  }
}
