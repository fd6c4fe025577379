package dev.sallyport.benchmarks.presign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The least work that makes the sample form: text glued together by hand, one HMAC with a key
 * derived beforehand, base64 and hex. Checks nothing, escapes nothing, serves one thread and one
 * day. A test holds its policy and signature to those of the product.
 */
final class Floor {
  private static final String SCOPE_END = "/" + SampleForm.REGION + "/s3/aws4_request";

  private final Mac mac;
  private final String credential;
  private final StringBuilder json = new StringBuilder(1024);

  Floor(Instant day) {
    String date = basic(time(day)).substring(0, 8);
    credential = SampleForm.ACCESS_KEY + "/" + date + SCOPE_END;
    byte[] key = ascii("AWS4" + SampleForm.SECRET_KEY);
    for (String step : new String[] {date, SampleForm.REGION, "s3", "aws4_request"}) {
      key = hmac(key).doFinal(ascii(step));
    }
    mac = hmac(key);
  }

  /** The fields that differ from form to form, in the order key, date, policy, signature. */
  String[] sign(String key, Instant now) {
    String date = basic(time(now));
    json.setLength(0);
    json.append("{\"expiration\":\"");
    extended(json, time(now.plus(SampleForm.LIFE)));
    json.append("\",\"conditions\":[{\"bucket\":\"" + SampleForm.BUCKET + "\"},{\"key\":\"");
    json.append(key)
        .append(
            "\"},{\"Content-Type\":\""
                + SampleForm.TYPE
                + "\"},{\"x-amz-server-side-encryption\":\"AES256\"}"
                + ",{\"x-amz-algorithm\":\"AWS4-HMAC-SHA256\"},{\"x-amz-credential\":\"")
        .append(credential)
        .append("\"},{\"x-amz-date\":\"")
        .append(date)
        .append("\"},[\"content-length-range\",0," + SampleForm.MAX_BYTES + "]]}");
    byte[] policy = Base64.getEncoder().encode(ascii(json.toString()));
    String signature = HexFormat.of().formatHex(mac.doFinal(policy));
    return new String[] {key, date, new String(policy, StandardCharsets.ISO_8859_1), signature};
  }

  private static LocalDateTime time(Instant instant) {
    return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
  }

  private static String basic(LocalDateTime time) {
    StringBuilder text = new StringBuilder(16);
    two(
        two(two(two(text, time.getYear() / 100), time.getYear() % 100), time.getMonthValue()),
        time.getDayOfMonth());
    two(two(two(text.append('T'), time.getHour()), time.getMinute()), time.getSecond());
    return text.append('Z').toString();
  }

  private static void extended(StringBuilder text, LocalDateTime time) {
    two(two(text, time.getYear() / 100), time.getYear() % 100);
    two(text.append('-'), time.getMonthValue());
    two(text.append('-'), time.getDayOfMonth());
    two(text.append('T'), time.getHour());
    two(text.append(':'), time.getMinute());
    two(text.append(':'), time.getSecond());
    int millis = time.getNano() / 1_000_000;
    two(text.append('.').append((char) ('0' + millis / 100)), millis % 100).append('Z');
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static Mac hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
