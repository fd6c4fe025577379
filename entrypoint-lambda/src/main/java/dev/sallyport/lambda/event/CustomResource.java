package dev.sallyport.lambda.event;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What CloudFormation asks of a resource that a function provides (<a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requesttypes.html">request
 * types</a>). Every text may be empty: whoever reads it decides what is missing, because even a
 * request that makes no sense has to be answered.
 *
 * @param type {@code Create}, {@code Update} or {@code Delete}
 * @param responseUrl where to answer; a secret
 * @param stackId the stack
 * @param requestId this request
 * @param logicalId the resource in its template
 * @param physicalId the resource as it was answered before; empty for Create
 * @param properties what it should be
 * @param oldProperties what it was, for Update
 */
public record CustomResource(
    String type,
    String responseUrl,
    String stackId,
    String requestId,
    String logicalId,
    String physicalId,
    Properties properties,
    Properties oldProperties) {

  /**
   * What a template says of notifications. CloudFormation hands over every value as a text.
   *
   * @param bucket whose notifications
   * @param account that the bucket belongs to
   * @param targets who is told
   */
  public record Properties(String bucket, String account, List<TargetProperties> targets) {
    /** Copies the list. */
    public Properties {
      targets = List.copyOf(targets);
    }

    static Properties none() {
      return new Properties("", "", List.of());
    }
  }

  /**
   * One who is told.
   *
   * @param arn queue or function
   * @param events of what
   * @param prefix of keys
   * @param suffix of keys
   */
  public record TargetProperties(String arn, List<String> events, String prefix, String suffix) {
    /** Copies the list. */
    public TargetProperties {
      events = List.copyOf(events);
    }
  }

  /**
   * Reads a request as far as it can be read: what comes after a mistake in its JSON is missing.
   *
   * @throws IOException when nothing can be read that an answer could be sent to
   */
  public static CustomResource read(InputStream in) throws IOException {
    Parts parts = new Parts();
    try {
      EventReader.read(in, parts::read);
    } catch (IOException malformed) {
      if (parts.responseUrl.isEmpty()) {
        throw malformed;
      }
      parts.type = "";
    }
    return parts.request();
  }

  @Override
  public String toString() {
    return "CustomResource[" + type + ", " + logicalId + ", redacted]";
  }

  private static final class Parts {
    private String type = "";
    private String responseUrl = "";
    private String stackId = "";
    private String requestId = "";
    private String logicalId = "";
    private String physicalId = "";
    private Properties properties = Properties.none();
    private Properties oldProperties = Properties.none();

    void read(String name, EventReader event) throws IOException {
      switch (name) {
        case "RequestType" -> type = event.text();
        case "ResponseURL" -> responseUrl = event.text();
        case "StackId" -> stackId = event.text();
        case "RequestId" -> requestId = event.text();
        case "LogicalResourceId" -> logicalId = event.text();
        case "PhysicalResourceId" -> physicalId = event.text();
        case "ResourceProperties" -> properties = properties(event);
        case "OldResourceProperties" -> oldProperties = properties(event);
        default -> event.skip();
      }
    }

    CustomResource request() {
      return new CustomResource(
          type, responseUrl, stackId, requestId, logicalId, physicalId, properties, oldProperties);
    }

    private static Properties properties(EventReader event) throws IOException {
      String[] texts = {"", ""};
      List<TargetProperties> targets = new ArrayList<>();
      event.members(name -> {
        switch (name) {
          case "BucketName" -> texts[0] = event.text();
          case "BucketAccount" -> texts[1] = event.text();
          case "Targets" -> event.items(() -> targets.add(target(event)));
          default -> event.skip();
        }
      });
      return new Properties(texts[0], texts[1], targets);
    }

    private static TargetProperties target(EventReader event) throws IOException {
      String[] texts = {"", "", ""};
      List<String> events = new ArrayList<>();
      event.members(name -> {
        switch (name) {
          case "Arn" -> texts[0] = event.text();
          case "Prefix" -> texts[1] = event.text();
          case "Suffix" -> texts[2] = event.text();
          case "Events" -> events.addAll(event.texts());
          default -> event.skip();
        }
      });
      return new TargetProperties(texts[0], events, texts[1], texts[2]);
    }
  }
}
