package dev.sallyport.domain.identity;

/**
 * Who may call an operation. Every operation names exactly one; there is none that means "not
 * decided".
 *
 * <p>A rule answers only the question who may knock. What lies behind the door (a foreign
 * attachment, a dump) is for the use case to refuse.
 */
public enum AccessRule {
  /** Anyone; a token is looked at only to find whose quota is charged. */
  PUBLIC,
  /** Whoever holds the receipt of a grant; the use case compares it. */
  RECEIPT,
  /** Any signed-in user. */
  USER,
  /** A triager or an admin. */
  TRIAGER,
  /** An admin. */
  ADMIN;

  /** Tells whether this rule needs a verified access token at all. */
  public boolean needsPrincipal() {
    return switch (this) {
      case PUBLIC, RECEIPT -> false;
      case USER, TRIAGER, ADMIN -> true;
    };
  }

  /** Tells whether a signed-in caller passes. */
  public boolean admits(Principal principal) {
    return switch (this) {
      case PUBLIC, RECEIPT, USER -> true;
      case TRIAGER -> principal.holds(Role.TRIAGER);
      case ADMIN -> principal.holds(Role.ADMIN);
    };
  }
}
