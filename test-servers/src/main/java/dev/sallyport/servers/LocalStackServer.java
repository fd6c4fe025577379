package dev.sallyport.servers;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack in a container: S3, SQS, DynamoDB and Secrets Manager at one address. It needs a
 * Docker engine; suites on it carry {@code @EnabledIf} with {@link #IS_POSSIBLE} and count as not
 * run where there is none.
 *
 * <p>It looks at no signatures unless told to.
 *
 * @see <a href="https://docs.localstack.cloud/">LocalStack</a>
 */
public final class LocalStackServer {
  /** For {@code @EnabledIf}: {@link #isPossible()}. */
  public static final String IS_POSSIBLE = "dev.sallyport.servers.LocalStackServer#isPossible";

  private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.9");

  private final LocalStackContainer container;

  private LocalStackServer(LocalStackContainer container) {
    this.container = container;
  }

  /** Tells whether there is a Docker engine to run it. */
  public static boolean isPossible() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  /** The one server of this JVM, started by the first who asks; Testcontainers removes it. */
  public static LocalStackServer shared() {
    return Shared.SERVER;
  }

  /** Where every service answers. */
  public URI uri() {
    return container.getEndpoint();
  }

  /** The account's access key. */
  public String accessKey() {
    return container.getAccessKey();
  }

  /** The account's secret key. */
  public String secretKey() {
    return container.getSecretKey();
  }

  /** The region whose name the container has. */
  public String region() {
    return container.getRegion();
  }

  @SuppressWarnings("resource") // Testcontainers ends it with this JVM
  private static LocalStackServer start() {
    LocalStackContainer container =
        new LocalStackContainer(IMAGE).withServices("s3", "sqs", "dynamodb", "secretsmanager");
    container.start();
    return new LocalStackServer(container);
  }

  private static final class Shared {
    static final LocalStackServer SERVER = start();
  }
}
