package dev.sallyport.inmemory.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who the embedded directory is and whom it knows.
 *
 * @param issuer the {@code iss} of its tokens
 * @param clientId the app client that its tokens are made for
 * @param passwordIterations the work of one password check, 1,000 to 10,000,000; less than {@link
 *     #OWASP_ITERATIONS} is for tests
 * @param users at most 10,000, with different names
 */
public record InMemoryIdentitySettings(
    String issuer, String clientId, int passwordIterations, List<InMemoryUser> users) {
  /**
   * Iterations that OWASP recommends for PBKDF2-HMAC-SHA256 (<a
   * href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2">Password
   * Storage Cheat Sheet</a>).
   */
  public static final int OWASP_ITERATIONS = 600_000;

  private static final int MIN_ITERATIONS = 1_000;
  private static final int MAX_ITERATIONS = 10_000_000;

  /** Most users, registered ones included. */
  static final int MAX_USERS = 10_000;

  /** Copies the users and rejects what is out of range or named twice. */
  public InMemoryIdentitySettings {
    users = List.copyOf(users);
    if (issuer.isBlank() || clientId.isBlank()) {
      throw new IllegalArgumentException("an issuer and a client id are needed");
    }
    if (passwordIterations < MIN_ITERATIONS || passwordIterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException("passwords take 1,000 to 10,000,000 iterations");
    }
    if (users.size() > MAX_USERS) {
      throw new IllegalArgumentException("at most 10,000 users are kept in memory");
    }
    Set<String> names = new HashSet<>();
    users.forEach(user -> names.add(user.name()));
    if (names.size() != users.size()) {
      throw new IllegalArgumentException("two users have the same name");
    }
  }

  /** Returns settings with the recommended work for passwords. */
  public static InMemoryIdentitySettings of(
      String issuer, String clientId, List<InMemoryUser> users) {
    return new InMemoryIdentitySettings(issuer, clientId, OWASP_ITERATIONS, users);
  }
}
