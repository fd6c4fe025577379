package dev.sallyport.http.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.http.aws.TestServices;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start says about services that are not as they have to be, all at once. */
class StartCheckOnDynamoDbLocalIT {
  @TempDir Path folder;

  @Test
  void everythingThatIsMissingIsNamed() throws Exception {
    try (TestServices services = TestServices.named()) {
      assertThat(problems(services))
          .contains("table " + services.table("attachments") + " does not exist")
          .contains("table " + services.table("reports") + " does not exist")
          .contains("table " + services.table("outbox") + " does not exist")
          .contains("table " + services.table("jobs") + " does not exist")
          .contains("table " + services.table("triage") + " does not exist")
          .contains("table " + services.table("migrations") + " does not exist")
          .contains("table " + services.table("FileSlaErrors") + " does not exist")
          .contains("quarantine bucket " + services.quarantine() + " does not exist")
          .contains("queue sanitization does not exist: " + services.queue("sanitization"))
          .contains("dead-letter queue audit does not exist: " + services.queue("audit-dead"))
          .contains("'sallyport migration migrate --config FILE' makes the tables.")
          .contains("Nothing was started; the services are not as this deployment needs them.")
          .contains("assets bucket " + services.assets() + " does not exist")
          .contains("queue renditions does not exist: " + services.queue("renditions"))
          .hasSize(27);
    }
  }

  @Test
  void whatIsThereAndWrongIsNamed() throws Exception {
    try (TestServices services = TestServices.made().with("object-pinning", "version")) {
      services.with("audit-dead-queue", services.queue("sanitization-dead"));
      services.with("sanitization-dead-queue", services.queue("audit-dead"));
      assertThat(problems(services))
          .contains("quarantine bucket " + services.quarantine() + " does not keep versions")
          .contains("queue sanitization has no redrive policy to its dead-letter queue")
          .contains("queue audit has no redrive policy to its dead-letter queue")
          .hasSize(4);
    }
  }

  @Test
  void aServiceThatIsAwayIsNamed() throws Exception {
    try (TestServices services = TestServices.made().with("sqs-endpoint", "http://127.0.0.1:9")) {
      assertThat(problems(services)).hasSize(2).first().asString().contains("queue sanitization");
    }
  }

  private List<String> problems(TestServices services) throws Exception {
    return switch (ConfiguredServer.tryStart(services.write(folder))) {
      case Start.Refused refused -> refused.problems();
      case Start.Running running -> {
        running.stop().run();
        throw new AssertionError("started");
      }
    };
  }
}
