package dev.sallyport.benchmarks.presign;

import dev.sallyport.domain.attachment.policy.PostPolicySigner;
import dev.sallyport.domain.attachment.policy.PresignedPost;
import dev.sallyport.domain.attachment.policy.SigningKeys;
import java.time.Clock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * The contenders that run on the JVM, as JMH runs them: one thread, each in a process of its own,
 * each asking the clock for each form.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
public class JavaSigners {
  private final Clock clock = Clock.systemUTC();
  private final SampleForm form = new SampleForm();
  private final PostPolicySigner signer = new PostPolicySigner(new SigningKeys());
  private final Floor floor = new Floor(clock.instant());
  private final S3Presigner sdk =
      S3Presigner.builder()
          .region(Region.of(SampleForm.REGION))
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create(SampleForm.ACCESS_KEY, SampleForm.SECRET_KEY)))
          .build();

  /** Fails the run rather than measure a floor that makes another form. */
  @Setup
  public void check() {
    var now = clock.instant();
    String key = form.nextKey();
    PresignedPost post = signer.sign(SampleForm.request(key), SampleForm.CREDENTIALS, now);
    if (!floor.sign(key, now)[3].equals(post.fields().get("x-amz-signature"))) {
      throw new IllegalStateException("the floor signs another policy");
    }
  }

  /** Closes the SDK. */
  @TearDown
  public void close() {
    sdk.close();
  }

  /** The product. */
  @Benchmark
  public PresignedPost sallyport() {
    return signer.sign(SampleForm.request(form.nextKey()), SampleForm.CREDENTIALS, clock.instant());
  }

  /** The floor. */
  @Benchmark
  public String[] floor() {
    return floor.sign(form.nextKey(), clock.instant());
  }

  /** The SDK's nearest thing to a form: a URL for one PUT of the same type and encryption. */
  @Benchmark
  public PresignedPutObjectRequest sdkPut() {
    String key = form.nextKey();
    return sdk.presignPutObject(presign ->
        presign
            .signatureDuration(SampleForm.LIFE)
            .putObjectRequest(put ->
                put.bucket(SampleForm.BUCKET)
                    .key(key)
                    .contentType(SampleForm.TYPE)
                    .serverSideEncryption(ServerSideEncryption.AES256)));
  }
}
