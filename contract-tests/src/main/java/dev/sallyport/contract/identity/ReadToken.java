package dev.sallyport.contract.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issued token, whose RS256 signature was checked with a published key.
 *
 * @param header its header
 * @param claims its claims; numbers are {@link Long}
 */
record ReadToken(Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Reads a token and fails unless a key of the set has signed it. */
  static ReadToken verified(String token, String keySet) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new AssertionError("a token has three parts, not " + parts.length);
    }
    ReadToken read = new ReadToken(object(decode(parts[0])), object(decode(parts[1])));
    if (!"RS256".equals(read.header.get("alg")) || !read.isSignedBy(parts, keySet)) {
      throw new AssertionError("no key of the set has signed the token with RS256");
    }
    return read;
  }

  private boolean isSignedBy(String[] parts, String keySet) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(publicKey(keySet));
      signature.update(TestKey.utf8(parts[0] + "." + parts[1]));
      return signature.verify(decode(parts[2]));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("the signature cannot be checked", e);
    }
  }

  private PublicKey publicKey(String keySet) throws GeneralSecurityException {
    Map<String, @Nullable Object> key =
        keys(keySet).stream()
            .filter(one -> String.valueOf(one.get("kid")).equals(header.get("kid")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the key is not published"));
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(key.get("n")), number(key.get("e"))));
  }

  /** Returns the keys of a set, each with its members. */
  static List<Map<String, @Nullable Object>> keys(String keySet) {
    List<Map<String, @Nullable Object>> keys = new ArrayList<>();
    if (object(TestKey.utf8(keySet)).get("keys") instanceof List<?> entries) {
      for (Object entry : entries) {
        keys.add(withTextNames(entry));
      }
    }
    return keys;
  }

  private static Map<String, @Nullable Object> object(byte[] json) {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      Map<String, @Nullable Object> object = withTextNames(value(parser));
      if (parser.nextToken() != null) {
        throw new AssertionError("text after the object");
      }
      return object;
    } catch (IOException e) {
      throw new AssertionError("not JSON", e);
    }
  }

  private static Map<String, @Nullable Object> withTextNames(@Nullable Object object) {
    if (!(object instanceof Map<?, ?> map)) {
      throw new AssertionError("not a JSON object");
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    return copy;
  }

  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      default -> throw new AssertionError("no token of ours has " + parser.currentToken());
    };
  }

  private static BigInteger number(@Nullable Object base64) {
    return new BigInteger(1, decode(String.valueOf(base64)));
  }

  private static byte[] decode(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
