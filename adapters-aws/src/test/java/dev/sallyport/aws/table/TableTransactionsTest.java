package dev.sallyport.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.ScriptedHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class TableTransactionsTest {
  private static final Pattern TOKEN = Pattern.compile("\"ClientRequestToken\":\"([^\"]+)\"");

  private final ScriptedHttp http = new ScriptedHttp();
  private final TestTables tables = new TestTables(http);

  @Test
  void whatIsAnsweredIsApplied() {
    assertThat(write()).isEqualTo(new TransactionOutcome.Applied());
    assertThat(http.bodies()).hasSize(1);
  }

  @Test
  void aLostAnswerIsAskedForAgainUnderTheSameToken() {
    http.lose().refuse(500, "InternalServerError", "").ok("{}");

    assertThat(write()).isEqualTo(new TransactionOutcome.Applied());

    assertThat(tokens()).hasSize(3).containsOnly(tokens().getFirst());
  }

  @Test
  void twoWritesHaveTokensOfTheirOwn() {
    TableTransactions transactions = tables.transactions();
    transactions.write("things", items());
    transactions.write("things", items());

    assertThat(tokens()).doesNotHaveDuplicates();
  }

  @Test
  void aConflictIsTriedAgainAfterAPause() {
    http.cancel("None", "TransactionConflict").cancel("ThrottlingError", "None").ok("{}");

    assertThat(write()).isEqualTo(new TransactionOutcome.Applied());
    assertThat(tables.pauses).hasSize(2);
  }

  @Test
  void failedConditionsAreNamedByPosition() {
    http.cancel("None", "ConditionalCheckFailed", "None", "ConditionalCheckFailed");

    assertThat(write()).isEqualTo(refused(1, 3));
    assertThat(tables.pauses).isEmpty();
  }

  @Test
  void aConflictAfterAFailedConditionChangesNothing() {
    http.cancel("None", "ConditionalCheckFailed", "TransactionConflict");

    assertThat(write()).isEqualTo(refused(1));
  }

  @Test
  void aConflictBeforeAFailedConditionIsTriedAgain() {
    http.cancel("TransactionConflict", "ConditionalCheckFailed")
        .cancel("ConditionalCheckFailed", "ConditionalCheckFailed");

    assertThat(write()).isEqualTo(refused(0, 1));
  }

  @Test
  void endlessConflictsMeanNotApplied() {
    for (int i = 0; i < 10; i++) {
      http.cancel("TransactionConflict");
    }

    assertThatThrownBy(this::write).isInstanceOf(PortUnavailableException.class);

    assertThat(http.bodies()).hasSize(10);
  }

  @Test
  void endlessThrottlingMeansNotApplied() {
    http.otherwiseRefuse(400, "ProvisionedThroughputExceededException");

    assertThatThrownBy(this::write).isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void throttlingAfterALostAnswerLeavesTheOutcomeUnknown() {
    http.lose().otherwiseRefuse(400, "ThrottlingException");

    assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void aTransactionThatIsStillWorkedOnLeavesTheOutcomeUnknown() {
    http.otherwiseRefuse(400, "TransactionInProgressException");

    assertThatThrownBy(this::write).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void whatTheServiceForbidsIsNotTriedAgain() {
    http.otherwiseRefuse(400, "AccessDeniedException");

    assertThatThrownBy(this::write).isInstanceOf(PortUnavailableException.class);

    assertThat(http.bodies()).hasSize(1);
  }

  @Test
  void anItemThatDoesNotFitIsTheCallersMistake() {
    http.cancel("None", "ValidationError");

    assertThatThrownBy(this::write).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoeverIsInterruptedGivesUp() {
    http.cancel("TransactionConflict");
    try {
      assertThatThrownBy(() -> tables.interruptedTransactions().write("things", items()))
          .isInstanceOf(PortUnavailableException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aConnectionThatNeverAnswersEndsInDoubt() {
    withSilentServer(address -> {
      TestTables silent =
          new TestTables(UrlConnectionHttpClient.create(), address, Duration.ofMillis(50));
      assertThatThrownBy(() -> silent.transactions().write("things", items()))
          .isInstanceOf(OutcomeUnknownException.class);
    });
  }

  @Test
  void pausesGrowUpToABound() {
    http.otherwiseRefuse(400, "ThrottlingException");

    assertThatThrownBy(this::write).isInstanceOf(PortUnavailableException.class);

    long bound = 25;
    for (Duration pause : tables.pauses) {
      assertThat(pause).isBetween(Duration.ZERO, Duration.ofMillis(Math.min(bound, 800)));
      bound *= 2;
    }
    assertThat(tables.pauses).hasSize(9);
  }

  /** Lets a server accept connections, as its machine does for it, and say nothing. */
  private static void withSilentServer(Consumer<URI> test) {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      test.accept(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TransactionOutcome write() {
    return tables.transactions().write("things", items());
  }

  private List<String> tokens() {
    return http.bodies().stream()
        .map(body -> TOKEN.matcher(body).results().findFirst().orElseThrow().group(1))
        .toList();
  }

  private static TransactionOutcome refused(Integer... positions) {
    return new TransactionOutcome.Refused(new TreeSet<>(Set.of(positions)));
  }

  private static List<TransactWriteItem> items() {
    return List.of(
        TransactWriteItem.builder()
            .put(put -> put.tableName("t").item(Map.of("id", AttributeValue.fromS("1"))))
            .build());
  }
}
