package dev.sallyport.domain.shared;

/**
 * The key of an object in a bucket; always made by the server, never from a client's text.
 *
 * @param value lower-case letters, digits, {@code - _ . /}, at most 255 characters
 */
public record ObjectKey(String value) {
  private static final int MAX_LENGTH = 255;

  /** Rejects every key that a server would not have made. */
  public ObjectKey {
    if (!isServerMade(value)) {
      throw new IllegalArgumentException("not a server-made key");
    }
  }

  /** A loop, because a key is made on every request. */
  private static boolean isServerMade(String key) {
    if (key.isEmpty() || key.length() > MAX_LENGTH || !isLetterOrDigit(key.charAt(0))) {
      return false;
    }
    for (int i = 1; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean twice = (c == '.' || c == '/') && key.charAt(i - 1) == c;
      if (twice || (!isLetterOrDigit(c) && "_./-".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return value;
  }
}
