package dev.sallyport.aws.identity;

/**
 * Which app client of which user pool signs users in.
 *
 * @param clientId of the app client; its secret, when it has one, is among the deployment's secrets
 */
public record CognitoSettings(String clientId) {
  /** Rejects what Cognito never gave out. */
  public CognitoSettings {
    if (!clientId.matches("[\\w+]{1,128}")) {
      throw new IllegalArgumentException("not the id of an app client");
    }
  }
}
