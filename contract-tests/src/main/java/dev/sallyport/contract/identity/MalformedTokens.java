package dev.sallyport.contract.identity;

import static dev.sallyport.contract.identity.JsonText.text;
import static dev.sallyport.contract.identity.TestTokens.access;
import static dev.sallyport.contract.identity.TestTokens.header;

import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What is no signed token at all, or one spelled in a second way. */
final class MalformedTokens {
  private MalformedTokens() {}

  static Stream<Forgery> all() {
    Map<String, String> tokens = new LinkedHashMap<>();
    addShapes(tokens);
    addSpellings(tokens);
    addHeaders(tokens);
    return tokens.entrySet().stream()
        .map(token -> new Forgery(token.getKey(), token.getValue(), Cause.MALFORMED));
  }

  private static void addShapes(Map<String, String> tokens) {
    String genuine = TestTokens.genuine();
    String[] parts = genuine.split("\\.", -1);
    tokens.put("empty", "");
    tokens.put("blank", " ");
    tokens.put("one dot", ".");
    tokens.put("two dots", "..");
    tokens.put("one part", parts[0]);
    tokens.put("two parts", parts[0] + "." + parts[1]);
    tokens.put("four parts", genuine + ".");
    tokens.put("five parts", genuine + "." + parts[1] + "." + parts[2]);
    tokens.put("no header", "." + parts[1] + "." + parts[2]);
    tokens.put("no claims", parts[0] + ".." + parts[2]);
    tokens.put("scheme left in", "Bearer " + genuine);
    tokens.put("twice", genuine + "," + genuine);
    tokens.put("huge", "a".repeat(5_000_000));
    tokens.put("just too long", genuine + "A".repeat(8193 - genuine.length()));
    tokens.put("huge and genuine", TestKey.GENUINE.sign(header(), large()));
    tokens.put("a million dots", ".".repeat(1_000_000));
  }

  private static JsonText large() {
    return access().with("x", text("x".repeat(7000)));
  }

  private static void addSpellings(Map<String, String> tokens) {
    String genuine = TestTokens.genuine();
    String[] parts = genuine.split("\\.", -1);
    tokens.put("padded signature", genuine + "==");
    tokens.put("padded header", parts[0] + "=." + parts[1] + "." + parts[2]);
    tokens.put("space before", " " + genuine);
    tokens.put("space after", genuine + " ");
    tokens.put("line break after", genuine + "\n");
    tokens.put("line break in the claims", genuine.replace(".", ".\r\n"));
    tokens.put("other alphabet", parts[0] + "." + parts[1] + ".+/" + parts[2].substring(2));
    tokens.put("percent encoding", genuine.replace(".", "%2E"));
    tokens.put("full-width dots", genuine.replace('.', '\uff0e'));
    tokens.put("full-width letter", "\uff45" + genuine.substring(1));
    tokens.put("NUL after", genuine + "\u0000");
    tokens.put("unpaired surrogate", genuine + "\ud83d");
    tokens.put("unicode junk", "\u202e\u0000\ufeff.\ud83d\ude00.\u0301");
    tokens.put("spare bits set", withSpareBitsSet(genuine));
  }

  /** The last character of 256 bytes in base64 has four bits that decode to nothing. */
  private static String withSpareBitsSet(String token) {
    int end = token.length() - 1;
    return token.substring(0, end) + (char) (token.charAt(end) + 1);
  }

  private static void addHeaders(Map<String, String> tokens) {
    put(tokens, "crit", header().with("crit", "[\"exp\"]"));
    put(tokens, "empty crit", header().with("crit", "[]"));
    put(tokens, "unencoded payload", header().with("b64", "false"));
    put(tokens, "header is no JSON", "alg=RS256");
    put(tokens, "header is a list", "[" + header() + "]");
    String pairs = "[[\"kid\"," + text(TestTokens.KID) + "],[\"alg\",\"RS256\"]]";
    put(tokens, "header is a list of pairs", pairs);
    put(tokens, "header is null", "null");
    put(tokens, "header in single quotes", header().toString().replace('"', '\''));
    put(tokens, "text after the header", header() + "{}");
    put(tokens, "repeated alg", header().and("alg", text("none")));
    put(tokens, "repeated kid", header().and("kid", text("unknown")));
    put(tokens, "deep header", header().with("x", "[".repeat(1500) + "]".repeat(1500)));
  }

  private static void put(Map<String, String> tokens, String name, Object header) {
    tokens.put(name, TestKey.GENUINE.sign(header, access()));
  }
}
