package dev.sallyport.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Events in the shapes that AWS publishes, with neutral data: <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">HTTP
 * API</a>, <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">authorizer</a>,
 * <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">SQS</a>.
 */
final class Events {
  private static final JsonFactory JSON = new JsonFactory();

  private Events() {}

  private interface Writer {
    void write(JsonGenerator out) throws IOException;
  }

  private static String json(Writer writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      out.writeStartObject();
      writer.write(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A request to an HTTP API, payload 2.0; {@code body} as base64. */
  static String http(
      String method, String path, String query, Map<String, String> headers, String base64) {
    return json(out -> {
      out.writeStringField("version", "2.0");
      out.writeStringField("routeKey", "$default");
      writeRequest(out, method, path, query, headers);
      out.writeStringField("body", base64);
      out.writeBooleanField("isBase64Encoded", true);
    });
  }

  /** A question to an authorizer, payload 2.0. */
  static String authorizer(String method, String path, Map<String, String> headers) {
    return json(out -> {
      out.writeStringField("version", "2.0");
      out.writeStringField("type", "REQUEST");
      out.writeStringField(
          "routeArn",
          "arn:aws:execute-api:eu-central-1:123456789012:abcdef123/$default/POST/avatars");
      out.writeArrayFieldStart("identitySource");
      out.writeString(headers.getOrDefault("authorization", ""));
      out.writeEndArray();
      out.writeStringField("routeKey", "$default");
      writeRequest(out, method, path, "", headers);
    });
  }

  private static void writeRequest(
      JsonGenerator out, String method, String path, String query, Map<String, String> headers)
      throws IOException {
    out.writeStringField("rawPath", path);
    out.writeStringField("rawQueryString", query);
    out.writeArrayFieldStart("cookies");
    out.writeString("cookie1=value1");
    out.writeString("cookie2=value2");
    out.writeEndArray();
    out.writeObjectFieldStart("headers");
    for (Map.Entry<String, String> header : headers.entrySet()) {
      out.writeStringField(header.getKey(), header.getValue());
    }
    out.writeEndObject();
    out.writeObjectFieldStart("requestContext");
    out.writeStringField("accountId", "123456789012");
    out.writeStringField("apiId", "abcdef123");
    out.writeObjectFieldStart("authentication");
    out.writeNullField("clientCert");
    out.writeEndObject();
    out.writeStringField("domainName", "abcdef123.execute-api.eu-central-1.amazonaws.com");
    out.writeObjectFieldStart("http");
    out.writeStringField("method", method);
    out.writeStringField("path", path);
    out.writeStringField("protocol", "HTTP/1.1");
    out.writeStringField("sourceIp", "192.0.2.1");
    out.writeStringField("userAgent", "agent");
    out.writeEndObject();
    out.writeStringField("requestId", "JKJaXmPLvHcESHA=");
    out.writeStringField("stage", "$default");
    out.writeStringField("time", "10/Mar/2026:05:16:23 +0000");
    out.writeNumberField("timeEpoch", 1_773_119_783_000L);
    out.writeEndObject();
  }

  /**
   * A message as Lambda hands it over.
   *
   * @param id names it
   * @param handle of its receipt
   * @param body its text
   * @param receives how often it was received
   */
  record Message(String id, String handle, String body, int receives) {}

  /** A batch of messages. */
  static String sqs(List<Message> messages) {
    return json(out -> {
      out.writeArrayFieldStart("Records");
      for (Message message : messages) {
        out.writeStartObject();
        out.writeStringField("messageId", message.id());
        out.writeStringField("receiptHandle", message.handle());
        out.writeStringField("body", message.body());
        out.writeObjectFieldStart("attributes");
        out.writeStringField("ApproximateReceiveCount", Integer.toString(message.receives()));
        out.writeStringField("SentTimestamp", "1773119783000");
        out.writeStringField("SenderId", "AIDAIENQZJOLO23YVJ4VO");
        out.writeStringField("ApproximateFirstReceiveTimestamp", "1773119783001");
        out.writeEndObject();
        out.writeObjectFieldStart("messageAttributes");
        out.writeEndObject();
        out.writeStringField("md5OfBody", "098f6bcd4621d373cade4e832627b4f6");
        out.writeStringField("eventSource", "aws:sqs");
        out.writeStringField(
            "eventSourceARN", "arn:aws:sqs:eu-central-1:123456789012:sanitization");
        out.writeStringField("awsRegion", "eu-central-1");
        out.writeEndObject();
      }
      out.writeEndArray();
    });
  }

  /** What S3 sends when it is told to notify a queue. */
  static String s3Test() {
    return "{\"Service\":\"Amazon"
               + " S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2026-03-10T05:16:23.000Z\","
               + "\"Bucket\":\"quarantine\",\"RequestId\":\"5582815E1AEA5ADF\",\"HostId\":\"8cLeGAmw098X5cv4\"}";
  }

  /** What CloudFormation asks of a custom resource. */
  static String customResource(String type, String responseUrl, String properties) {
    return json(out -> {
      out.writeStringField("RequestType", type);
      out.writeStringField(
          "ServiceToken", "arn:aws:lambda:eu-central-1:123456789012:function:notifications");
      out.writeStringField("ResponseURL", responseUrl);
      out.writeStringField(
          "StackId", "arn:aws:cloudformation:eu-central-1:123456789012:stack/sallyport/5b918d10");
      out.writeStringField("RequestId", "unique-for-this-request");
      out.writeStringField("LogicalResourceId", "Notifications");
      out.writeStringField("ResourceType", "Custom::PatchS3Notifications");
      out.writeFieldName("ResourceProperties");
      out.writeRawValue(properties);
    });
  }
}
