package dev.sallyport.jwt;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.sallyport.application.shared.CorruptDataException;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of one fetch.
 *
 * @param keys by {@code kid}, at least one
 * @param asOf when the fetch began
 */
record KeySet(Map<String, VerificationKey> keys, Instant asOf) {
  private static final int MAX_CHARACTERS = 64 * 1024;
  private static final int MAX_KEYS = 100;

  KeySet {
    keys = Map.copyOf(keys);
  }

  /**
   * Reads a JSON Web Key Set and keeps what signatures can be checked with; of two keys with one
   * {@code kid} the first.
   *
   * @throws CorruptDataException when it is none, is larger than 64 KiB or 100 keys, or holds no
   *     key of use
   */
  static KeySet parse(String json, Instant asOf) {
    Map<String, VerificationKey> keys = new HashMap<>();
    for (Map<String, Object> jwk : entries(json)) {
      VerificationKey.ofJwk(jwk).ifPresent(key -> keys.putIfAbsent(key.id(), key));
    }
    if (keys.isEmpty()) {
      throw new CorruptDataException("the key set holds no key of use", null);
    }
    return new KeySet(keys, asOf);
  }

  private static Map<String, Object>[] entries(String json) {
    if (json.length() > MAX_CHARACTERS) {
      throw new CorruptDataException("the key set is too large", null);
    }
    Map<String, Object>[] entries;
    try {
      entries = JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(json), "keys");
    } catch (ParseException e) {
      throw new CorruptDataException("the key set is no list of keys in JSON", e);
    }
    if (entries == null || entries.length > MAX_KEYS) {
      throw new CorruptDataException("the key set has no keys, or too many", null);
    }
    return entries;
  }

  /** Returns the key of that id. */
  Optional<VerificationKey> find(String kid) {
    return Optional.ofNullable(keys.get(kid));
  }
}
