package dev.sallyport.aws.storage;

import dev.sallyport.aws.shared.Failures;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import jakarta.inject.Inject;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The credentials of the role that this process has, for signing with them.
 *
 * <p>The SDK's provider remembers them and replaces them some minutes before they end (<a
 * href="https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html">credentials
 * chain</a>). What is signed with a session token ends with the session, however long it says that
 * it lives.
 */
final class RoleCredentials {
  private final AwsCredentialsProvider provider;

  @Inject
  RoleCredentials(AwsCredentialsProvider provider) {
    this.provider = provider;
  }

  /**
   * Returns those that are valid now.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when there are none
   */
  SigningCredentials current() {
    AwsCredentials found = Failures.reading("signing credentials", provider::resolveCredentials);
    return new SigningCredentials(
        found.accessKeyId(),
        found.secretAccessKey(),
        found instanceof AwsSessionCredentials session
            ? Optional.of(session.sessionToken())
            : Optional.empty());
  }
}
