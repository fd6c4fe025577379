package dev.sallyport.application.profile;

import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the files of a picture are called: {@code public/avatars/<owner>/<hash>-512.jpg}. The owner
 * is a hash of the subject, which nobody needs to learn from an address; the hash is that of the
 * bytes, so that a name never stands for two contents.
 */
final class PictureNames {
  private static final int OWNER_DIGITS = 32;

  private PictureNames() {}

  static List<RenditionSize> sizes(PictureKind kind) {
    return switch (kind) {
      case AVATAR -> RenditionSize.AVATAR;
      case BANNER -> RenditionSize.BANNER;
    };
  }

  static ObjectKey key(PictureKind kind, Subject owner, Rendition rendition) {
    String folder =
        switch (kind) {
          case AVATAR -> "avatars/";
          case BANNER -> "banners/";
        };
    String subject = Sha256.of(owner.value().getBytes(StandardCharsets.UTF_8)).hex();
    return new ObjectKey(
        Picture.PUBLIC
            + folder
            + subject.substring(0, OWNER_DIGITS)
            + "/"
            + rendition.sha256().hex()
            + "-"
            + side(rendition.pixels())
            + "."
            + rendition.type().extension());
  }

  /** Returns the pixels of the longer side, which tell the sizes of a picture apart. */
  static int side(RenditionSize size) {
    return Math.max(size.width(), size.height());
  }
}
