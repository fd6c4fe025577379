package dev.sallyport.servers;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What S3 says of a new object, in S3's own words.
 *
 * @param event such as {@code Put}
 * @param key as it was given, not encoded
 * @param size bytes
 * @param eTag without quotes
 * @param versionId nothing where the bucket keeps no versions
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event
 *     message structure</a>
 */
record ObjectCreated(
    String event,
    String bucket,
    String key,
    long size,
    String eTag,
    Optional<String> versionId,
    Instant at) {

  /** One message with one record. */
  String json() {
    return AwsJson.object(out -> {
      out.writeArrayFieldStart("Records");
      out.writeStartObject();
      out.writeStringField("eventVersion", "2.1");
      out.writeStringField("eventSource", "aws:s3");
      out.writeStringField("awsRegion", "us-east-1");
      out.writeStringField("eventTime", at.toString());
      out.writeStringField("eventName", "ObjectCreated:" + event);
      out.writeObjectFieldStart("userIdentity");
      out.writeStringField("principalId", "AWS:" + bucket);
      out.writeEndObject();
      out.writeObjectFieldStart("requestParameters");
      out.writeStringField("sourceIPAddress", "127.0.0.1");
      out.writeEndObject();
      out.writeObjectFieldStart("responseElements");
      out.writeStringField("x-amz-request-id", sequencer());
      out.writeStringField("x-amz-id-2", sequencer());
      out.writeEndObject();
      writeS3(out);
      out.writeEndObject();
      out.writeEndArray();
    });
  }

  private void writeS3(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("s3");
    out.writeStringField("s3SchemaVersion", "1.0");
    out.writeStringField("configurationId", "sallyport");
    out.writeObjectFieldStart("bucket");
    out.writeStringField("name", bucket);
    out.writeObjectFieldStart("ownerIdentity");
    out.writeStringField("principalId", "owner");
    out.writeEndObject();
    out.writeStringField("arn", "arn:aws:s3:::" + bucket);
    out.writeEndObject();
    out.writeObjectFieldStart("object");
    out.writeStringField("key", URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/"));
    out.writeNumberField("size", size);
    out.writeStringField("eTag", eTag);
    if (versionId.isPresent()) {
      out.writeStringField("versionId", versionId.get());
    }
    out.writeStringField("sequencer", sequencer());
    out.writeEndObject();
    out.writeEndObject();
  }

  private String sequencer() {
    return HexFormat.of()
        .withUpperCase()
        .toHexDigits(at.getEpochSecond() * 1_000_000_000L + at.getNano());
  }
}
