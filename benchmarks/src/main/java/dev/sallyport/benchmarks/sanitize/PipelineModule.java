package dev.sallyport.benchmarks.sanitize;

import dagger.BindsOptionalOf;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.inmemory.queue.InMemoryQueues;
import dev.sallyport.operations.Queues;
import jakarta.inject.Singleton;
import java.util.Map;

/** The policies of a deployment that says nothing, but for quotas, which a benchmark outruns. */
@Module
public interface PipelineModule {
  /** Nothing scans for malware. */
  @BindsOptionalOf
  MalwareScanner scanner();

  @Provides
  static UploadPolicy uploads() {
    UploadPolicy rest = UploadPolicy.defaults();
    DataSize endless = DataSize.ofMebibytes(1L << 40);
    return new UploadPolicy(
        rest.maxEncrypted(),
        rest.maxPlain(),
        rest.life(),
        rest.maxBytes(),
        rest.encryption(),
        rest.quotaWindow(),
        Long.MAX_VALUE,
        endless,
        endless);
  }

  @Provides
  static SanitizationPolicy sanitization() {
    return SanitizationPolicy.defaults();
  }

  @Provides
  @Singleton
  static PostPolicySigner signer() {
    return new PostPolicySigner(new SigningKeys());
  }

  @Provides
  @Singleton
  static Queues queues(InMemoryQueues queues) {
    return new Queues(Map.of(Queues.SANITIZATION, queues.queue(Queues.SANITIZATION)));
  }
}
