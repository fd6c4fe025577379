package dev.sallyport.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.lambda.event.CustomResource.Properties;
import dev.sallyport.lambda.event.CustomResource.TargetProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomResourceTest {
  private static final String STACK =
      "arn:aws:cloudformation:eu-central-1:123456789012:stack/example/5b918d10-cd98-11ea-90d5-0a9cd3354c10";
  private static final String REQUEST = "51bd78f3-8a5e-4f0c-9f2f-1f2d3c4b5a69";
  private static final Properties WANTED =
      new Properties(
          "example-quarantine",
          "123456789012",
          List.of(
              new TargetProperties(
                  "arn:aws:sqs:eu-central-1:123456789012:example-sanitization",
                  List.of("s3:ObjectCreated:*"),
                  "attachments/",
                  ""),
              new TargetProperties(
                  "arn:aws:lambda:eu-central-1:123456789012:function:example-thumbnails:live",
                  List.of("s3:ObjectRemoved:Delete", "s3:ObjectRemoved:DeleteMarkerCreated"),
                  "",
                  ".jpg")));

  private static CustomResource read(String event) throws IOException {
    return CustomResource.read(RecordedEvents.stream(event));
  }

  private static CustomResource recorded(String name) throws IOException {
    return read(RecordedEvents.text(name));
  }

  private static String answer(CustomResource request, CustomResourceAnswer answer) {
    return new String(answer.to(request), StandardCharsets.UTF_8);
  }

  @Test
  void aResourceIsCreated() throws IOException {
    CustomResource request = recorded("cloudformation-create.json");
    assertThat(request.type()).isEqualTo("Create");
    assertThat(request.stackId()).isEqualTo(STACK);
    assertThat(request.requestId()).isEqualTo(REQUEST);
    assertThat(request.logicalId()).isEqualTo("Notifications");
    assertThat(request.physicalId()).isEmpty();
    assertThat(request.responseUrl())
        .startsWith("https://cloudformation-custom-resource-response-eucentral1.s3.")
        .endsWith("X-Amz-Signature=0123456789abcdef");
    assertThat(request.properties()).isEqualTo(WANTED);
    assertThat(request.oldProperties()).isEqualTo(new Properties("", "", List.of()));
  }

  @Test
  void aResourceIsUpdatedFromWhatItWas() throws IOException {
    CustomResource request = recorded("cloudformation-update.json");
    assertThat(request.type()).isEqualTo("Update");
    assertThat(request.physicalId()).endsWith("/example-quarantine");
    assertThat(request.properties().bucket()).isEqualTo("example-quarantine-2");
    assertThat(request.oldProperties()).isEqualTo(WANTED);
  }

  @Test
  void aResourceIsDeleted() throws IOException {
    CustomResource request = recorded("cloudformation-delete.json");
    assertThat(request.type()).isEqualTo("Delete");
    assertThat(request.properties()).isEqualTo(WANTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null",
        "\"text\"",
        "[]",
        "{}",
        "{\"BucketName\":null,\"BucketAccount\":{},\"Targets\":\"all\"}",
        "{\"BucketName\":[\"a\"],\"Targets\":{}}"
      })
  void propertiesOfAnotherTypeAreEmpty(String properties) throws IOException {
    assertThat(read("{\"ResourceProperties\":" + properties + "}").properties())
        .isEqualTo(new Properties("", "", List.of()));
  }

  @Test
  void aTargetOfAnotherTypeIsOneThatSaysNothing() throws IOException {
    assertThat(
            read("{\"ResourceProperties\":{\"BucketAccount\":123456789012,\"Targets\":[7,{}]}}")
                .properties())
        .isEqualTo(
            new Properties(
                "",
                "123456789012",
                List.of(
                    new TargetProperties("", List.of(), "", ""),
                    new TargetProperties("", List.of(), "", ""))));
  }

  @Test
  void aRequestThatIsCutOffCanBeAnsweredOnceItsAddressIsKnown() throws IOException {
    String event = RecordedEvents.text("cloudformation-update.json").strip();
    int known = event.indexOf("\"StackId\"");
    for (int length = known; length < event.length(); length++) {
      CustomResource request = read(event.substring(0, length));
      assertThat(request.responseUrl()).as("%d characters", length).startsWith("https://cloud");
      // It is not done, whatever could be read of it.
      assertThat(request.type()).as("%d characters", length).isEmpty();
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(event.substring(0, 300)))
        .withMessageMatching("an event is no JSON from byte \\d+")
        .withNoCause();
  }

  @Test
  void theAddressIsNotInItsText() throws IOException {
    assertThat(recorded("cloudformation-create.json"))
        .hasToString("CustomResource[Create, Notifications, redacted]");
  }

  @Test
  void anAnswerRepeatsWhatNamesTheRequest() throws IOException {
    assertThat(
            answer(
                recorded("cloudformation-create.json"),
                new CustomResourceAnswer(true, "", "owner/example-quarantine")))
        .isEqualTo(
            "{\"Status\":\"SUCCESS\",\"Reason\":\"\","
                + "\"PhysicalResourceId\":\"owner/example-quarantine\",\"StackId\":\""
                + STACK
                + "\",\"RequestId\":\""
                + REQUEST
                + "\",\"LogicalResourceId\":\"Notifications\"}");
  }

  @Test
  void aFailureTellsItsReason() throws IOException {
    assertThat(
            answer(
                recorded("cloudformation-delete.json"),
                new CustomResourceAnswer(false, "the service refuses it", "id")))
        .startsWith(
            "{\"Status\":\"FAILED\",\"Reason\":\"the service refuses it\","
                + "\"PhysicalResourceId\":\"id\",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ü", "€", "🌿", "\"", "\u0000", "\ud83c"})
  void anAnswerFitsIntoWhatCloudFormationTakes(String letter) throws IOException {
    String text = letter.repeat(5000);
    CustomResource request =
        new CustomResource(
            "Create",
            "",
            text,
            text,
            text,
            text,
            new Properties("", "", List.of()),
            new Properties("", "", List.of()));
    byte[] answer = new CustomResourceAnswer(false, text, text).to(request);
    assertThat(answer.length).isBetween(5 * 500, 4096);
    assertThat(new String(answer, StandardCharsets.UTF_8)).doesNotContain("\ufffd");
  }

  @Test
  void halfACharacterDoesNotKeepTheAnswer() throws IOException {
    CustomResource request = read("{\"LogicalResourceId\":\"a\\ud800\"}");
    assertThat(answer(request, new CustomResourceAnswer(false, "r\udc00", "id")))
        .contains("\"Reason\":\"r?\"", "\"LogicalResourceId\":\"a?\"");
  }

  @Test
  void anAnswerWithoutANameOrAFailureWithoutAReasonIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CustomResourceAnswer(true, "", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomResourceAnswer(false, "", "id"));
  }
}
