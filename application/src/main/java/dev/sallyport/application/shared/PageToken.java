package dev.sallyport.application.shared;

/**
 * Says where a list goes on; opaque to everyone but the store that made it.
 *
 * <p>Tokens reach clients only sealed (an operation signs them and binds them to the query), so a
 * store may trust that a token is one of its own for the same query. A token that still makes no
 * sense is an {@link IllegalArgumentException}.
 *
 * @param value the store's own text, 1 to 1,024 characters
 */
public record PageToken(String value) {
  /** Rejects an empty or over-long token. */
  public PageToken {
    if (value.isEmpty() || value.length() > 1024) {
      throw new IllegalArgumentException("not a page token");
    }
  }
}
