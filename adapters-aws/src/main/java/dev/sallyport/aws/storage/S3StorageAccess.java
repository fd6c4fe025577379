package dev.sallyport.aws.storage;

import dagger.Lazy;
import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/**
 * Signs with configured keys, or with those that the SDK finds for this process.
 *
 * <p>As long as keys are configured nothing of the SDK is loaded: functions that only sign start in
 * a fraction of the time.
 */
final class S3StorageAccess implements StorageAccess {
  private final S3StorageSettings settings;
  private final AwsSettings aws;
  private final Lazy<RoleCredentials> role;
  private final URI quarantine;
  private final URI clean;

  @Inject
  S3StorageAccess(S3StorageSettings settings, AwsSettings aws, Lazy<RoleCredentials> role) {
    this.settings = settings;
    this.aws = aws;
    this.role = role;
    this.quarantine = BucketUrls.of(settings.quarantine(), aws, settings.publicEndpoint());
    this.clean = BucketUrls.of(settings.clean(), aws, settings.publicEndpoint());
  }

  @Override
  public Target uploads() {
    return new Target(settings.quarantine(), quarantine, aws.region(), signer(settings.uploader()));
  }

  @Override
  public Target downloads() {
    return new Target(settings.clean(), clean, aws.region(), signer(settings.reader()));
  }

  @Override
  public boolean verifiesPostedChecksums() {
    return settings.verifiesPostedChecksums();
  }

  private SigningCredentials signer(Optional<SigningCredentials> own) {
    return own.or(aws::credentials).orElseGet(() -> role.get().current());
  }
}
