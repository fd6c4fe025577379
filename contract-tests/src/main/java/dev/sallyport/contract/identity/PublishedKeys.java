package dev.sallyport.contract.identity;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.shared.PortUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A publisher of keys that counts who asks, changes its keys and can be away. */
public final class PublishedKeys implements KeySetSource {
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile @Nullable String json;

  private PublishedKeys(@Nullable String json) {
    this.json = json;
  }

  /** Publishes the trusted key, and beside it keys that no token may be verified with. */
  public static PublishedKeys ofTrustedIssuer() {
    return new PublishedKeys(
        keySet(
            JsonText.of("kty", "\"OKP\"", "crv", "\"unheard-of\"", "kid", "\"okp\"", "x", "\"AA\""),
            JsonText.of("kty", "\"oct\"", "kid", "\"secret\"", "k", "\"c2VjcmV0LXNlY3JldA\""),
            TestKey.WEAK.jwk("weak"),
            TestKey.OTHER.jwk("for-encryption").with("use", "\"enc\""),
            TestKey.OTHER.jwk("for-rs512").with("alg", "\"RS512\""),
            TestKey.OTHER.jwk("for-wrapping").without("use").with("key_ops", "[\"wrapKey\"]"),
            TestKey.GENUINE.jwk(TestTokens.KID)));
  }

  /** Publishes nothing, because it is away. */
  public static PublishedKeys away() {
    return new PublishedKeys(null);
  }

  static String keySet(JsonText... keys) {
    return Stream.of(keys)
        .map(JsonText::toString)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  @Override
  public String fetch() {
    fetches.incrementAndGet();
    String published = json;
    if (published == null) {
      throw new PortUnavailableException("the publisher is away", null);
    }
    return published;
  }

  /** Publishes this text from now on. */
  public void publish(String text) {
    json = text;
  }

  /** Is away from now on. */
  public void leave() {
    json = null;
  }

  /** Returns how often somebody asked. */
  public int fetches() {
    return fetches.get();
  }
}
