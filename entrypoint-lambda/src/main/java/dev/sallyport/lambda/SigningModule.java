package dev.sallyport.lambda;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.attachment.DownloadPolicy;
import dev.sallyport.aws.secrets.DeploymentSecrets;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.attachment.policy.UrlPresigner;
import dev.sallyport.operations.report.PageTokenSeal;
import jakarta.inject.Singleton;

/** What the service signs: forms, addresses and page tokens. */
@Module
interface SigningModule {
  /** One for both signers, because deriving a day's key costs more than signing with it. */
  @Provides
  @Singleton
  static SigningKeys signingKeys() {
    return new SigningKeys();
  }

  @Provides
  static PostPolicySigner postSigner(SigningKeys keys) {
    return new PostPolicySigner(keys);
  }

  @Provides
  static UrlPresigner urlSigner(SigningKeys keys) {
    return new UrlPresigner(keys);
  }

  @Provides
  static DownloadPolicy downloads() {
    return DownloadPolicy.defaults();
  }

  /** Asks for its keys each time, so that a rotation reaches functions that live long. */
  @Provides
  static PageTokenSeal seal(DeploymentSecrets secrets) {
    return new PageTokenSeal(secrets::pageTokenKeys);
  }
}
