package dev.sallyport.aws.secrets;

import java.util.List;
import java.util.Optional;

/** Secrets that were handed in and stay as they are. */
public final class GivenSecrets implements DeploymentSecrets {
  private final List<byte[]> pageTokenKeys;
  private final Optional<String> cognitoClientSecret;
  private final Optional<String> trackerToken;

  /**
   * Takes them.
   *
   * @param pageTokenKeys the first seals; each at least 32 bytes
   */
  public GivenSecrets(
      List<byte[]> pageTokenKeys,
      Optional<String> cognitoClientSecret,
      Optional<String> trackerToken) {
    this.pageTokenKeys = pageTokenKeys.stream().map(byte[]::clone).toList();
    this.cognitoClientSecret = cognitoClientSecret;
    this.trackerToken = trackerToken;
  }

  /** Returns no secrets. */
  static GivenSecrets none() {
    return new GivenSecrets(List.of(), Optional.empty(), Optional.empty());
  }

  @Override
  public List<byte[]> pageTokenKeys() {
    return pageTokenKeys.stream().map(byte[]::clone).toList();
  }

  @Override
  public Optional<String> cognitoClientSecret() {
    return cognitoClientSecret;
  }

  @Override
  public Optional<String> trackerToken() {
    return trackerToken;
  }

  @Override
  public String toString() {
    return "GivenSecrets[redacted]";
  }
}
