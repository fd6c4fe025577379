package dev.sallyport.contract.identity;

import static dev.sallyport.contract.identity.JsonText.text;
import static dev.sallyport.contract.identity.TestTokens.access;
import static dev.sallyport.contract.identity.TestTokens.at;
import static dev.sallyport.contract.identity.TestTokens.header;

import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tokens of the trusted issuer whose claims, or whose header beside the algorithm, are wrong. */
final class ForgedTokens {
  private final List<Forgery> forgeries = new ArrayList<>();

  private ForgedTokens() {}

  /** All forgeries, of every kind. */
  static Stream<Forgery> all() {
    ForgedTokens forged = new ForgedTokens();
    forged.addKeys();
    forged.addTimes();
    forged.addAddressees();
    forged.addUses();
    forged.addIdentities();
    return Stream.of(MalformedTokens.all(), AlgorithmConfusion.all(), forged.forgeries.stream())
        .flatMap(all -> all);
  }

  private void addKeys() {
    headerIs("unknown kid", header("unknown"), Cause.KEY);
    headerIs("no kid", header().without("kid"), Cause.KEY);
    headerIs("empty kid", header(""), Cause.KEY);
    headerIs("kid is a number", header().with("kid", "1"), Cause.KEY);
    headerIs("kid is a path", header("../../../../dev/null"), Cause.KEY);
    headerIs("kid in other case", header("GENUINE/1="), Cause.KEY);
    headerIs("very long kid", header("k".repeat(4000)), Cause.KEY);
    add("other key, same kid", TestKey.OTHER.sign(header(), access()), Cause.SIGNATURE);
    for (String kid : List.of("for-encryption", "for-rs512", "for-wrapping")) {
      add("key published " + kid, TestKey.OTHER.sign(header(kid), access()), Cause.KEY);
    }
    add("key of 1,024 bits", TestKey.WEAK.sign(header("weak"), access()), Cause.KEY);
    JsonText jwk = TestKey.OTHER.jwk(TestTokens.KID);
    broughtAlong("jwk", jwk.toString());
    broughtAlong("jku", text("https://attacker.example/jwks.json"));
    broughtAlong("x5u", text("https://attacker.example/cert.pem"));
    broughtAlong("x5c", "[\"MIIB\"]");
    headerIs("own key as jwk", header().with("jwk", jwk.toString()), Cause.KEY);
  }

  private void broughtAlong(String name, String json) {
    String token = TestKey.OTHER.sign(header().with(name, json), access());
    add("other key brought along as " + name, token, Cause.KEY);
  }

  private void addTimes() {
    claimIs("exp", at(-60), Cause.EXPIRED);
    claimIs("exp", at(-3600), Cause.EXPIRED);
    claimIs("exp", "0", Cause.EXPIRED);
    claimIs("nbf", at(61), Cause.NOT_YET_VALID);
    claimIs("iat", at(61), Cause.NOT_YET_VALID);
    claimIs("iat", at(86_400), Cause.NOT_YET_VALID);
    for (String name : List.of("exp", "iat", "nbf")) {
      for (String json : NO_TIMES) {
        claimIs(name, json, Cause.CLAIMS);
      }
    }
    claimIsMissing("exp", Cause.CLAIMS);
    claimIsMissing("iat", Cause.CLAIMS);
  }

  private static final List<String> NO_TIMES =
      List.of(
          text(at(3600)),
          "-1",
          "null",
          "true",
          "[" + at(3600) + "]",
          at(3600) + ".5",
          "1e12",
          "253402300800",
          "9223372036854775807",
          "9223372036854775808",
          "1" + "0".repeat(400));

  private void addAddressees() {
    for (String json :
        List.of(
            text("https://attacker.example/pool"),
            text(TestTokens.ISSUER + "/"),
            text(TestTokens.ISSUER.toUpperCase(Locale.ROOT)),
            text(""),
            "null",
            "[" + text(TestTokens.ISSUER) + "]")) {
      claimIs("iss", json, Cause.ISSUER);
    }
    claimIsMissing("iss", Cause.ISSUER);
    for (String json : List.of(text("other-client"), text(""), "null", "[]", "{}")) {
      claimIs("client_id", json, Cause.AUDIENCE);
      claimIs("aud", json, Cause.AUDIENCE);
    }
    claimIs("client_id", "[" + text(TestTokens.CLIENT_ID) + "]", Cause.AUDIENCE);
    claimIs("aud", "[" + text(TestTokens.CLIENT_ID) + ",1]", Cause.AUDIENCE);
    claimIsMissing("client_id", Cause.AUDIENCE);
  }

  private void addUses() {
    claimsAre("id token", TestTokens.id(), Cause.TOKEN_USE);
    claimsAre("id token posing", TestTokens.id().with("token_use", text("access")), Cause.CLAIMS);
    claimsAre(
        "id token of another client",
        TestTokens.id().with("aud", text("other-client")),
        Cause.AUDIENCE);
    for (String json : List.of(text("refresh"), text("Access"), text(""), "[\"access\"]", "null")) {
      claimIs("token_use", json, Cause.TOKEN_USE);
    }
    claimIsMissing("token_use", Cause.TOKEN_USE);
    headerIs("typ of a logout token", header().with("typ", text("logout+jwt")), Cause.TOKEN_USE);
    headerIs("typ is a list", header().with("typ", "[\"JWT\"]"), Cause.TOKEN_USE);
  }

  private void addIdentities() {
    for (String name : List.of("sub", "username")) {
      claimIsMissing(name, Cause.CLAIMS);
      for (String json :
          List.of("1", "null", "[\"tess\"]", "{}", text(""), text(" "), text("x".repeat(129)))) {
        claimIs(name, json, Cause.CLAIMS);
      }
    }
    claimIs("sub", text("a b"), Cause.CLAIMS);
    claimIs("sub", text("\\u202e\\u0000"), Cause.CLAIMS);
    claimIs("username", text("te\\u0000ss"), Cause.CLAIMS);
    claimIs("username", text("tess\\u202e"), Cause.CLAIMS);
    claimIs("username", text("\\ud800"), Cause.CLAIMS);
    claimIs("username", text("te\\r\\nss"), Cause.CLAIMS);
    for (String json :
        List.of(
            text("admin"),
            "null",
            "1",
            "{\"admin\":true}",
            "[1]",
            "[null]",
            "[[\"admin\"]]",
            "[\"triager\",{\"a\":[]}]",
            "[" + "\"g\",".repeat(100) + "\"admin\"]")) {
      claimIs("cognito:groups", json, Cause.CLAIMS);
    }
    claimsAre("repeated claim", access().and("sub", text("someone-else")), Cause.CLAIMS);
    claimsAre("no JSON", "sub=tess", Cause.CLAIMS);
    claimsAre("a list", "[" + access() + "]", Cause.CLAIMS);
    claimsAre("null", "null", Cause.CLAIMS);
    claimsAre("text after the claims", access() + "{}", Cause.CLAIMS);
    claimsAre("deep lists", access().with("x", "[".repeat(1500) + "]".repeat(1500)), Cause.CLAIMS);
  }

  private void headerIs(String name, Object header, Cause cause) {
    add(name, TestKey.GENUINE.sign(header, access()), cause);
  }

  private void claimIs(String name, String json, Cause cause) {
    String shown = json.length() > 40 ? json.substring(0, 40) + "..." : json;
    claimsAre(name + " is " + shown, access().with(name, json), cause);
  }

  private void claimIsMissing(String name, Cause cause) {
    claimsAre("no " + name, access().without(name), cause);
  }

  private void claimsAre(String name, Object claims, Cause cause) {
    add(name, TestKey.GENUINE.sign(header(), claims), cause);
  }

  private void add(String name, String token, Cause cause) {
    forgeries.add(new Forgery(name, token, cause));
  }
}
