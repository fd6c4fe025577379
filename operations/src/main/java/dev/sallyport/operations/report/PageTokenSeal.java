package dev.sallyport.operations.report;

import dev.sallyport.application.shared.PageToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts page tokens into clients' hands and believes only those that it has put there itself, for
 * the same operation and filter: HMAC-SHA256 over both (<a
 * href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>). A token is readable, not secret.
 *
 * <p>With a key made at start, tokens end with the process.
 */
public final class PageTokenSeal {
  /** Most characters of a sealed token. */
  public static final int MAX_LENGTH = 4200;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 32;
  private static final int LEAST_KEY_BYTES = 32;

  private final Supplier<List<byte[]>> keys;

  /** Seals with this key of at least 32 random bytes. */
  public PageTokenSeal(byte[] key) {
    List<byte[]> only = List.of(checked(key).clone());
    this.keys = () -> only;
  }

  /**
   * Seals with keys that change.
   *
   * @param keys asked each time for at least one key of at least 32 random bytes: the first seals,
   *     each opens, so that a token outlives the rotation of its key
   */
  public PageTokenSeal(Supplier<List<byte[]>> keys) {
    this.keys = keys;
  }

  private static byte[] checked(byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("a sealing key has at least 256 bits");
    }
    return key;
  }

  /**
   * Returns the token as a client may have it.
   *
   * @param list names the operation and its filter
   */
  public String seal(PageToken token, String list) {
    byte[] text = token.value().getBytes(StandardCharsets.UTF_8);
    byte[] mac = mac(keys.get().getFirst(), text, list);
    byte[] sealed = Arrays.copyOf(mac, MAC_BYTES + text.length);
    System.arraycopy(text, 0, sealed, MAC_BYTES, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** Returns the token inside, when this was sealed here for the same list. */
  public Optional<PageToken> open(String sealed, String list) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(sealed);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (bytes.length <= MAC_BYTES) {
      return Optional.empty();
    }
    byte[] text = Arrays.copyOfRange(bytes, MAC_BYTES, bytes.length);
    byte[] mac = Arrays.copyOf(bytes, MAC_BYTES);
    boolean isOurs = false;
    for (byte[] key : keys.get()) {
      isOurs |= MessageDigest.isEqual(mac(key, text, list), mac);
    }
    return isOurs
        ? Optional.of(new PageToken(new String(text, StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private static byte[] mac(byte[] key, byte[] text, String list) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(checked(key), ALGORITHM));
      byte[] name = list.getBytes(StandardCharsets.UTF_8);
      // The length first: no name and token can be mistaken for another name and token.
      mac.update(Integer.toString(name.length).getBytes(StandardCharsets.US_ASCII));
      mac.update((byte) ':');
      mac.update(name);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
