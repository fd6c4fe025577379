package dev.sallyport.servers;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/**
 * ElasticMQ in this process: SQS with visibility, dead-letter queues, delays and first-in-first-out
 * queues, in memory.
 *
 * <p>It checks no signatures and does not hold a message to SQS's 256 KiB. The URL of a queue is
 * {@code <uri>/000000000000/<name>}.
 *
 * @see <a href="https://github.com/softwaremill/elasticmq">ElasticMQ</a>
 */
public final class ElasticMq {
  private final URI uri;

  private ElasticMq(URI uri) {
    this.uri = uri;
  }

  /** The one server of this JVM, started by the first who asks; it ends with this JVM. */
  public static ElasticMq shared() {
    return Shared.SERVER;
  }

  /** Where it answers, such as {@code http://127.0.0.1:40123}. */
  public URI uri() {
    return uri;
  }

  /**
   * Makes a standard queue, or finds the one with that name.
   *
   * @return its URL
   */
  public URI queue(String name) {
    return URI.create(
        AwsJson.text(
            AwsJson.call(
                uri, "AmazonSQS.CreateQueue", out -> out.writeStringField("QueueName", name)),
            "QueueUrl"));
  }

  /**
   * Makes a standard queue whose messages move to another one after they were received in vain.
   *
   * @param receives how often a message may be received before it moves
   * @return its URL; that of the dead letters is {@code <name>-dead}
   */
  public URI queueWithDeadLetters(String name, int receives) {
    queue(name + "-dead");
    String policy =
        AwsJson.object(out -> {
          out.writeStringField(
              "deadLetterTargetArn", "arn:aws:sqs:elasticmq:000000000000:" + name + "-dead");
          out.writeNumberField("maxReceiveCount", receives);
        });
    return URI.create(
        AwsJson.text(
            AwsJson.call(
                uri,
                "AmazonSQS.CreateQueue",
                out -> {
                  out.writeStringField("QueueName", name);
                  out.writeObjectFieldStart("Attributes");
                  out.writeStringField("RedrivePolicy", policy);
                  out.writeEndObject();
                }),
            "QueueUrl"));
  }

  private static ElasticMq start() {
    int port =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .start()
            .waitUntilStarted()
            .localAddress()
            .getPort();
    return new ElasticMq(URI.create("http://127.0.0.1:" + port));
  }

  private static final class Shared {
    static final ElasticMq SERVER = start();
  }
}
