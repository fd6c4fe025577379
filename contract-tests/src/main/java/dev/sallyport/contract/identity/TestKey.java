package dev.sallyport.contract.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** An RSA key that signs whatever header and claims it is given. */
final class TestKey {
  /** The key of the issuer that the verifier under test trusts. */
  static final TestKey GENUINE = new TestKey(2048);

  /** A key of somebody else, which is published for other purposes only. */
  static final TestKey OTHER = new TestKey(2048);

  /** A key of the trusted issuer that is too short to be trusted. */
  static final TestKey WEAK = new TestKey(1024);

  private final RSAPublicKey publicKey;
  private final PrivateKey privateKey;

  private TestKey(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      this.publicKey = (RSAPublicKey) pair.getPublic();
      this.privateKey = pair.getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
  }

  RSAPublicKey publicKey() {
    return publicKey;
  }

  /** The key as an entry of a key set, under that id. */
  JsonText jwk(String kid) {
    return JsonText.of(
        "kty", JsonText.text("RSA"),
        "kid", JsonText.text(kid),
        "use", JsonText.text("sig"),
        "alg", JsonText.text("RS256"),
        "n", JsonText.text(encode(unsigned(publicKey.getModulus()))),
        "e", JsonText.text(encode(unsigned(publicKey.getPublicExponent()))));
  }

  /** A token signed with RSASSA-PKCS1-v1_5 and SHA-256, whatever its header says. */
  String sign(Object header, Object claims) {
    return sign(header, claims, "SHA256withRSA");
  }

  /** A token signed with an algorithm of the JDK. */
  String sign(Object header, Object claims, String algorithm) {
    String signed = encode(utf8(header.toString())) + "." + encode(utf8(claims.toString()));
    return signed + "." + encode(signature(privateKey, algorithm, utf8(signed)));
  }

  static byte[] signature(PrivateKey key, String algorithm, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm, e);
    }
  }

  /** The modulus's bytes without the sign's. */
  static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
