package dev.sallyport.contract.identity;

import static dev.sallyport.contract.identity.JsonText.text;
import static dev.sallyport.contract.identity.TestTokens.access;
import static dev.sallyport.contract.identity.TestTokens.header;

import dev.sallyport.application.identity.port.TokenVerifier.Cause;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that name another algorithm than the one allowed, the oldest trick (<a
 * href="https://www.rfc-editor.org/rfc/rfc8725#section-2.1">RFC 8725, section 2.1</a>), and ones
 * whose signature is another's.
 */
final class AlgorithmConfusion {
  private AlgorithmConfusion() {}

  static Stream<Forgery> all() {
    List<Forgery> forgeries = new ArrayList<>();
    addUnsigned(forgeries);
    addSymmetric(forgeries);
    addAsymmetric(forgeries);
    addBrokenSignatures(forgeries);
    return forgeries.stream();
  }

  private static void addUnsigned(List<Forgery> forgeries) {
    for (String json :
        List.of(
            text("none"),
            text("None"),
            text("NONE"),
            text("nOnE"),
            text("none "),
            text(""),
            text("rs256"),
            text("RS256 "),
            text("\\u0000RS256"),
            text("null"),
            text("A128KW"),
            "null",
            "0",
            "true",
            "[\"RS256\"]",
            "{\"alg\":\"RS256\"}")) {
      JsonText header = header().with("alg", json);
      String genuinelySigned = TestKey.GENUINE.sign(header, access());
      String unsigned = genuinelySigned.substring(0, genuinelySigned.lastIndexOf('.') + 1);
      forgeries.add(new Forgery("alg " + json + ", unsigned", unsigned, Cause.ALGORITHM));
      forgeries.add(new Forgery("alg " + json + ", signed", genuinelySigned, Cause.ALGORITHM));
    }
    String withoutAlg = TestKey.GENUINE.sign(header().without("alg"), access());
    forgeries.add(new Forgery("no alg", withoutAlg, Cause.ALGORITHM));
  }

  /** The public key taken for a shared secret, in each form that an attacker can have it in. */
  private static void addSymmetric(List<Forgery> forgeries) {
    TestKey key = TestKey.GENUINE;
    byte[] der = key.publicKey().getEncoded();
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----";
    List<byte[]> secrets =
        List.of(
            TestKey.utf8(pem),
            TestKey.utf8(pem + "\n"),
            der,
            TestKey.unsigned(key.publicKey().getModulus()),
            TestKey.utf8(key.jwk(TestTokens.KID).toString()),
            new byte[] {0});
    for (int i = 0; i < secrets.size(); i++) {
      for (String bits : List.of("256", "384", "512")) {
        String token = mac(secrets.get(i), bits);
        forgeries.add(new Forgery("HS" + bits + " with secret " + i, token, Cause.ALGORITHM));
      }
    }
  }

  private static String mac(byte[] secret, String bits) {
    JsonText header = header().with("alg", text("HS" + bits));
    String signed =
        TestKey.encode(TestKey.utf8(header.toString()))
            + "."
            + TestKey.encode(TestKey.utf8(access().toString()));
    try {
      Mac mac = Mac.getInstance("HmacSHA" + bits);
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      return signed + "." + TestKey.encode(mac.doFinal(TestKey.utf8(signed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(bits, e);
    }
  }

  private static void addAsymmetric(List<Forgery> forgeries) {
    for (String bits : List.of("384", "512")) {
      String token =
          TestKey.GENUINE.sign(
              header().with("alg", text("RS" + bits)), access(), "SHA" + bits + "withRSA");
      forgeries.add(new Forgery("RS" + bits + ", not allowed", token, Cause.ALGORITHM));
    }
    JsonText pss = header().with("alg", text("PS256"));
    String token = TestKey.GENUINE.sign(pss, access());
    forgeries.add(new Forgery("PS256, not allowed", token, Cause.ALGORITHM));
    forgeries.add(new Forgery("ES256, not allowed", elliptic(), Cause.ALGORITHM));
    forgeries.add(
        new Forgery(
            "RS256 by name, SHA-512 by signature",
            TestKey.GENUINE.sign(header(), access(), "SHA512withRSA"),
            Cause.SIGNATURE));
  }

  private static String elliptic() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      String signed =
          TestKey.encode(TestKey.utf8(header().with("alg", text("ES256")).toString()))
              + "."
              + TestKey.encode(TestKey.utf8(access().toString()));
      String algorithm = "SHA256withECDSAinP1363Format";
      return signed
          + "."
          + TestKey.encode(TestKey.signature(pair.getPrivate(), algorithm, TestKey.utf8(signed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has P-256", e);
    }
  }

  private static void addBrokenSignatures(List<Forgery> forgeries) {
    String[] parts = TestTokens.genuine().split("\\.", -1);
    String[] admin =
        TestKey.OTHER
            .sign(header(), access().with("cognito:groups", "[\"admin\"]"))
            .split("\\.", -1);
    byte[] flipped = Base64.getUrlDecoder().decode(parts[2]);
    flipped[100] ^= 1;
    String signed = parts[0] + "." + parts[1] + ".";
    List<Forgery> broken =
        List.of(
            new Forgery("no signature", signed, Cause.SIGNATURE),
            new Forgery("one bit flipped", signed + TestKey.encode(flipped), Cause.SIGNATURE),
            new Forgery("all zero", signed + "A".repeat(342), Cause.SIGNATURE),
            new Forgery("zero, short", signed + "AA", Cause.SIGNATURE),
            new Forgery(
                "longer signature",
                signed + parts[2].substring(0, 340) + parts[2],
                Cause.SIGNATURE),
            new Forgery(
                "claims swapped", parts[0] + "." + admin[1] + "." + parts[2], Cause.SIGNATURE),
            new Forgery("claims for signature", signed + parts[1], Cause.SIGNATURE));
    forgeries.addAll(broken);
  }
}
