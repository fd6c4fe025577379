package dev.sallyport.aws.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.contract.fixtures.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatchNotificationsTest {
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:arrivals";
  private static final String OTHER_QUEUE = "arn:aws:sqs:eu-central-1:123456789012:other";
  private static final String ACCOUNT = "123456789012";
  private static final String FOREIGN_POLICY =
      "{\"Version\":\"2012-10-17\",\"Id\":\"theirs\",\"Statement\":{\"Sid\":\"team\",\"Effect\":"
          + "\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sqs:*\",\"Resource\":\"*\","
          + "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":true}}}}";
  private static final Owner OWNER = Owner.of("arn:stack", "Notifications");
  private static final Bucket BUCKET = new Bucket("aws", "quarantine");
  private static final String STATEMENT = OWNER.statement(BUCKET);
  private static final Target ARRIVALS =
      new Target(QUEUE, List.of("s3:ObjectCreated:*"), "attachments/", "");
  private static final Entry FOREIGN =
      new Entry(
          "theirs",
          Entry.Kind.TOPIC,
          "arn:aws:sns:eu-central-1:123456789012:t",
          Set.of("s3:ObjectRemoved:*"),
          Set.of(new Entry.Rule("Suffix", ".bak")));

  private final MutableClock clock = MutableClock.atNoon();
  private final FakeAccount account =
      new FakeAccount().bucket("quarantine").queue(QUEUE, FOREIGN_POLICY).queue(OTHER_QUEUE, "");
  private final List<Duration> pauses = new ArrayList<>();
  private final PatchNotifications patch =
      new PatchNotifications(
          account,
          account.asPolicies(),
          pause -> {
            pauses.add(pause);
            clock.advance(pause);
          });

  private Deadline deadline() {
    return Deadline.after(Duration.ofMinutes(1), clock);
  }

  private void apply(Target... targets) {
    patch.apply(OWNER, BUCKET, ACCOUNT, List.of(targets), List.of(), deadline());
  }

  private void configured(boolean eventBridge, Entry... entries) {
    account.tables.put(
        "quarantine", new NotificationTable(new LinkedHashSet<>(List.of(entries)), eventBridge));
  }

  private Set<Entry> entries() {
    return account.read("quarantine").entries();
  }

  @Test
  void ownEntriesAreAddedAndEverybodyElsesStay() {
    configured(true, FOREIGN);
    apply(ARRIVALS);
    assertThat(entries())
        .containsExactlyInAnyOrder(
            FOREIGN,
            new Entry(
                OWNER.id() + ".1",
                Entry.Kind.QUEUE,
                QUEUE,
                Set.of("s3:ObjectCreated:*"),
                Set.of(new Entry.Rule("prefix", "attachments/"))));
    assertThat(account.read("quarantine").eventBridge()).isTrue();
  }

  @Test
  void theQueueLetsThisBucketOfThisAccountSendAndNobodyElse() {
    apply(ARRIVALS);
    assertThat(account.policies.get(QUEUE))
        .isEqualTo(
            FOREIGN_POLICY.replace("\"Statement\":{", "\"Statement\":[{").replace("}}}}", "}}},")
                + "{\"Sid\":\""
                + STATEMENT
                + "\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"s3.amazonaws.com\"},"
                + "\"Action\":\"sqs:SendMessage\",\"Resource\":\""
                + QUEUE
                + "\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"arn:aws:s3:::quarantine\"},"
                + "\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}}}]}");
  }

  @Test
  void anUpdateReplacesOwnEntriesAndLetsGoOfTheFormerQueue() {
    apply(ARRIVALS);
    Target other = new Target(OTHER_QUEUE, List.of("s3:ObjectCreated:*"), "", "");
    patch.apply(OWNER, BUCKET, ACCOUNT, List.of(other), Set.of(QUEUE), deadline());
    assertThat(entries()).extracting(Entry::arn).containsExactly(OTHER_QUEUE);
    assertThat(account.policies.get(QUEUE)).contains("team").doesNotContain(STATEMENT);
    assertThat(account.policies.get(OTHER_QUEUE)).contains(STATEMENT);
  }

  @Test
  void aRemovalTakesOnlyWhatIsOwnAndCanBeRepeated() {
    configured(false, FOREIGN);
    apply(ARRIVALS);
    Owner neighbour = Owner.of("arn:stack", "Other");
    patch.apply(
        neighbour,
        BUCKET,
        ACCOUNT,
        List.of(new Target(OTHER_QUEUE, List.of("s3:ObjectTagging:*"), "", "")),
        List.of(),
        deadline());
    for (int times = 0; times < 2; times++) {
      patch.remove(OWNER, BUCKET, Set.of(QUEUE, OTHER_QUEUE), deadline());
      assertThat(entries()).extracting(Entry::id).containsExactly("theirs", neighbour.id() + ".1");
      assertThat(account.policies.get(QUEUE)).contains("team").doesNotContain(STATEMENT);
      assertThat(account.policies.get(OTHER_QUEUE)).contains(neighbour.statement(BUCKET));
    }
  }

  @Test
  void anOwnerThatMovesToAnotherBucketKeepsItsQueue() {
    account.bucket("next");
    Bucket next = new Bucket("aws", "next");
    apply(ARRIVALS);
    // As CloudFormation asks: the new one first, then the former one away.
    patch.apply(OWNER, next, ACCOUNT, List.of(ARRIVALS), List.of(), deadline());
    patch.remove(OWNER, BUCKET, Set.of(QUEUE), deadline());
    assertThat(entries()).isEmpty();
    assertThat(account.read("next").entries()).extracting(Entry::arn).containsExactly(QUEUE);
    assertThat(account.policies.get(QUEUE))
        .contains("team", OWNER.statement(next), "arn:aws:s3:::next")
        .doesNotContain(STATEMENT, "arn:aws:s3:::quarantine");
  }

  @Test
  void theLastStatementTakesThePolicyWithIt() {
    Target other = new Target(OTHER_QUEUE, List.of("s3:ObjectCreated:*"), "", "");
    apply(other);
    patch.remove(OWNER, BUCKET, Set.of(OTHER_QUEUE), deadline());
    assertThat(account.policies.get(OTHER_QUEUE)).isEmpty();
  }

  @Test
  void applyingTheSameAgainWritesNothing() {
    apply(ARRIVALS);
    int before = account.replacements;
    apply(ARRIVALS);
    assertThat(account.replacements).isEqualTo(before);
  }

  @Test
  void whatSomebodyElseAddsMeanwhileIsKept() {
    account.beforeReads.add(() -> {});
    account.beforeReads.add(() -> configured(false, FOREIGN));
    apply(ARRIVALS);
    assertThat(entries()).hasSize(2).contains(FOREIGN);
    assertThat(pauses).containsExactly(Duration.ofMillis(250));
  }

  @Test
  void whatSomebodyElseOverwritesIsWrittenAgain() {
    account.beforeReads.add(() -> {});
    account.beforeReads.add(() -> {});
    account.beforeReads.add(() -> configured(false, FOREIGN));
    apply(ARRIVALS);
    assertThat(entries()).hasSize(2).contains(FOREIGN);
  }

  @Test
  void somebodyWhoNeverStopsEndsInAFailure() {
    for (int read = 0; read < 100; read++) {
      boolean odd = read % 2 == 1;
      account.beforeReads.add(() -> configured(odd, FOREIGN));
    }
    assertThatExceptionOfType(PatchFailedException.class)
        .isThrownBy(() -> apply(ARRIVALS))
        .withMessageContaining("somebody else");
  }

  @Test
  void overlapWithSomebodyElseFailsAfterSomeTries() {
    configured(
        false,
        new Entry(
            "theirs",
            Entry.Kind.FUNCTION,
            "arn:aws:lambda:eu-central-1:123456789012:function:f",
            Set.of("s3:ObjectCreated:*"),
            Set.of(new Entry.Rule("prefix", "attachments/"))));
    assertThatExceptionOfType(PatchFailedException.class)
        .isThrownBy(() -> apply(ARRIVALS))
        .withMessageContaining("refuses");
    assertThat(pauses).hasSize(5);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void timeThatRunsOutIsAFailure() {
    Deadline past = Deadline.after(Duration.ofMillis(100), clock);
    assertThatExceptionOfType(PatchFailedException.class)
        .isThrownBy(() -> patch.apply(OWNER, BUCKET, ACCOUNT, List.of(ARRIVALS), List.of(), past))
        .withMessageContaining("time");
    assertThat(account.replacements).isZero();
  }

  @Test
  void aBucketOrQueueThatIsGoneNeedsNoRemoval() {
    patch.remove(
        OWNER,
        new Bucket("aws", "gone"),
        Set.of("arn:aws:sqs:eu-central-1:123456789012:gone"),
        deadline());
    assertThat(account.replacements).isZero();
  }

  @Test
  void aPolicyThatIsNoneIsNotOverwritten() {
    account.queue(QUEUE, "[]");
    assertThatExceptionOfType(CorruptDataException.class).isThrownBy(() -> apply(ARRIVALS));
    assertThat(account.policies).containsEntry(QUEUE, "[]");
  }

  @Test
  void targetsAndBucketsAreWhatS3WouldTake() {
    List<String> created = List.of("s3:ObjectCreated:*");
    for (String arn :
        List.of("", "arn:aws:sqs:eu-central-1:1:q", "arn:aws:sns:eu:123456789012:t")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Target(arn, created, "", ""));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Target(QUEUE, List.of(), "", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Target(QUEUE, List.of("ObjectCreated"), "", ""));
    for (String name : List.of("", "ab", "UPPER", "a/b", "-ab")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Bucket("aws", name));
    }
  }
}
