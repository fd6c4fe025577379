package dev.sallyport.aws.secrets;

import java.util.List;
import java.util.Optional;

/** Secrets that were handed in and stay as they are. */
public final class GivenSecrets implements DeploymentSecrets {
  private final List<byte[]> pageTokenKeys;
  private final Optional<String> cognitoClientSecret;

  /**
   * Takes them.
   *
   * @param pageTokenKeys the first seals; each at least 32 bytes
   */
  public GivenSecrets(List<byte[]> pageTokenKeys, Optional<String> cognitoClientSecret) {
    this.pageTokenKeys = pageTokenKeys.stream().map(byte[]::clone).toList();
    this.cognitoClientSecret = cognitoClientSecret;
  }

  /** Returns no secrets. */
  static GivenSecrets none() {
    return new GivenSecrets(List.of(), Optional.empty());
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
  public String toString() {
    return "GivenSecrets[redacted]";
  }
}
