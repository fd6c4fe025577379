package dev.sallyport.benchmarks.s3;

import dev.sallyport.domain.attachment.policy.PresignedPost;
import dev.sallyport.domain.shared.ObjectKey;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A form as it goes from the process that grants it to the one that posts it.
 *
 * @param key under which the file will lie
 * @param url what to post to
 * @param fields in the order to send them, before the file
 */
record Form(ObjectKey key, URI url, SequencedMap<String, String> fields) {
  /** Copies the fields. */
  Form {
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  static Form of(ObjectKey key, PresignedPost post) {
    return new Form(key, post.url(), post.fields());
  }

  /** Reads what {@link #line} has written. */
  static Form parse(String line) {
    String[] words = line.split(" ", -1);
    LinkedHashMap<String, String> fields = new LinkedHashMap<>();
    for (String field : words[2].split("&", -1)) {
      String[] pair = field.split("=", 2);
      fields.put(decode(pair[0]), decode(pair[1]));
    }
    return new Form(new ObjectKey(words[0]), URI.create(words[1]), fields);
  }

  /** Writes it in three words. */
  String line() {
    return key
        + " "
        + url
        + " "
        + fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Form[" + key + ", " + fields.size() + " fields redacted]";
  }
}
