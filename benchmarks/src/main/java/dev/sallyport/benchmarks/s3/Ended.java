package dev.sallyport.benchmarks.s3;

import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;

/**
 * What became of one attachment.
 *
 * @param key where it arrived
 * @param verdict in one word
 * @param clean where the bytes are that were made of it
 * @param sha256 of these bytes
 */
record Ended(ObjectKey key, String verdict, ObjectKey clean, Sha256 sha256) {
  /** Reads what {@link #line} has written. */
  static Ended parse(String line) {
    String[] words = line.split(" ", -1);
    return new Ended(
        new ObjectKey(words[0]), words[1], new ObjectKey(words[2]), new Sha256(words[3]));
  }

  /** Writes it in four words. */
  String line() {
    return key + " " + verdict + " " + clean + " " + sha256.hex();
  }
}
