package dev.sallyport.aws.secrets;

import java.util.List;
import java.util.Optional;

/** Knows the secrets of a deployment, as they are now. */
public interface DeploymentSecrets {
  /**
   * Returns the keys that seal page tokens, at least one: the first seals, each opens. The one
   * before the last rotation is among them, so that tokens sealed before it still open.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when they cannot be had
   * @throws dev.sallyport.application.shared.CorruptDataException when what is kept is none
   */
  List<byte[]> pageTokenKeys();

  /**
   * Returns the secret of the app client in Cognito, when it has one.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when it cannot be had
   * @throws dev.sallyport.application.shared.CorruptDataException when what is kept makes no sense
   */
  Optional<String> cognitoClientSecret();

  /**
   * Returns the API token with which the issue tracker is asked, when there is one.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when it cannot be had
   * @throws dev.sallyport.application.shared.CorruptDataException when what is kept makes no sense
   */
  Optional<String> trackerToken();
}
