package dev.sallyport.http.storage;

import dev.sallyport.domain.profile.Picture;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a CDN with origin access control serves to everybody in a deployment on services: objects
 * below {@code public/} in the assets bucket, by their plain address and in no other form.
 */
final class PublicAsset {
  private static final Pattern ADDRESS =
      Pattern.compile(
          Pattern.quote(InMemoryStorageConfig.PATH + "/" + Bucket.ASSETS.bucketName() + "/")
              + "(?<key>"
              + Pattern.quote(Picture.PUBLIC)
              + "[a-z0-9/-]{1,500}\\.(?:jpg|png))");

  private PublicAsset() {}

  /** Returns what is asked for, or nothing when it is not public or asks for more. */
  static Optional<SignedRequest> asked(HttpServletRequest request) {
    Matcher address = ADDRESS.matcher(request.getRequestURI());
    if (request.getQueryString() != null || !address.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedRequest(Bucket.ASSETS, address.group("key"), Map.of(), Optional.empty()));
  }
}
