package dev.sallyport.domain.profile;

import dev.sallyport.domain.attachment.Purpose;
import java.util.Optional;

/** Which of a profile's two pictures is meant. */
public enum PictureKind {
  /** The small square one beside the name. */
  AVATAR,
  /** The wide one above the profile. */
  BANNER;

  /** Returns which picture an upload shall become, or nothing when it shall become none. */
  public static Optional<PictureKind> of(Purpose purpose) {
    return switch (purpose) {
      case Purpose.Evidence _ -> Optional.empty();
      case Purpose.Avatar _ -> Optional.of(AVATAR);
      case Purpose.Banner _ -> Optional.of(BANNER);
    };
  }
}
