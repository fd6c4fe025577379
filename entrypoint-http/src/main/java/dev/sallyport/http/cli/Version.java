package dev.sallyport.http.cli;

import java.util.Optional;

/** Which build this is. */
final class Version {
  private Version() {}

  /** Returns the version in the manifest of the archive, or a word when there is no archive. */
  static String ofBuild() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
