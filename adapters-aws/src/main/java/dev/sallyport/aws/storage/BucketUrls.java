package dev.sallyport.aws.storage;

import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import java.net.URI;
import java.util.Optional;

/**
 * Where buckets are for clients: a host of its own for each at Amazon, in the path elsewhere (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html">virtual
 * hosting</a>).
 */
final class BucketUrls {
  private BucketUrls() {}

  static URI of(String bucket, AwsSettings aws, Optional<URI> publicEndpoint) {
    return publicEndpoint
        .or(() -> Optional.ofNullable(aws.endpoints().get(AwsService.S3)))
        .map(endpoint -> inPath(endpoint, bucket))
        .orElseGet(() -> atAmazon(bucket, aws.region()));
  }

  private static URI inPath(URI endpoint, String bucket) {
    String base = endpoint.toString();
    return URI.create((base.endsWith("/") ? base : base + '/') + bucket);
  }

  private static URI atAmazon(String bucket, String region) {
    String host =
        "s3." + region + (region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    // Amazon's certificate is for one label before the host: a name with dots has to be in the
    // path.
    return bucket.indexOf('.') < 0
        ? URI.create("https://" + bucket + '.' + host)
        : URI.create("https://" + host + '/' + bucket);
  }
}
