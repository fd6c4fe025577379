package dev.sallyport.corpus;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One file.
 *
 * @param name unique and stable, of lower-case words with hyphens, with an extension
 * @param attack what it tries
 * @param format in which format, such as {@code PNG}; one of {@link AttackCorpus#formats()}
 * @param declared the media type that its sender declares, if any
 * @param content makes its bytes, the same each time
 * @param expected the verdict that it has to get
 */
public record AttackSample(
    String name,
    AttackClass attack,
    String format,
    Optional<String> declared,
    Supplier<byte[]> content,
    Expectation expected) {
  /** Rejects a name that is no plain file name. */
  public AttackSample {
    if (!name.matches("[a-z0-9-]+\\.[a-z0-9.]+")) {
      throw new IllegalArgumentException("not a plain file name: " + name);
    }
  }

  /** Makes the bytes. */
  public byte[] bytes() {
    return content.get();
  }
}
