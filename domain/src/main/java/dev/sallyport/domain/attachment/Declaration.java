package dev.sallyport.domain.attachment;

import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.domain.shared.Sha256;
import java.util.Optional;

/**
 * What a sender said beforehand about a file. Nothing in it is believed; everything in it must come
 * true.
 *
 * @param name the display name
 * @param contentType the type; {@code application/octet-stream} counts as absent
 * @param size the exact number of bytes
 * @param sha256 the digest of the bytes
 */
public record Declaration(
    Optional<DisplayName> name,
    Optional<MediaType> contentType,
    Optional<DataSize> size,
    Optional<Sha256> sha256) {
  private static final Declaration NONE =
      new Declaration(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns the declaration of a sender who asked for a form and said nothing. */
  public static Declaration none() {
    return NONE;
  }

  /** Returns the declared type when it says anything, under its registered name. */
  public Optional<MediaType> specificType() {
    return contentType.map(MediaType::canonical).filter(type -> !type.isUnspecific());
  }
}
