package dev.sallyport.aws.shared;

import dev.sallyport.domain.attachment.policy.SigningCredentials;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the services of a deployment are, and who calls them.
 *
 * @param region such as {@code eu-central-1}
 * @param credentials those of a compatible server, or those that a function finds in its
 *     environment; nothing means what the SDK's own chain finds, which in AWS is the role of the
 *     task
 * @param endpoints addresses of compatible servers; a service that is not named is at Amazon's own
 *     address
 */
public record AwsSettings(
    String region, Optional<SigningCredentials> credentials, Map<AwsService, URI> endpoints) {
  private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]{2,10}){1,2}-[0-9]{1,2}");

  /** Copies the map and rejects what is no region. */
  public AwsSettings {
    endpoints = Map.copyOf(endpoints);
    if (!REGION.matcher(region).matches()) {
      throw new IllegalArgumentException("not a region such as eu-central-1");
    }
  }
}
