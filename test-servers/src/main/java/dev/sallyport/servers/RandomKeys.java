package dev.sallyport.servers;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Credentials that were never anybody's: another pair for each server. */
record RandomKeys(String accessKey, String secretKey) {
  static RandomKeys make() {
    return new RandomKeys("AK" + random(9), random(20));
  }

  private static String random(int bytes) {
    byte[] made = new byte[bytes];
    new SecureRandom().nextBytes(made);
    return HexFormat.of().withUpperCase().formatHex(made);
  }

  @Override
  public String toString() {
    return accessKey;
  }
}
