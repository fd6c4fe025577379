package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.SweepUploads;
import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.application.sanitization.SanitizeOutcome;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Granted;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What intake keeps when something is missing: a scanner, time, bytes, an event. An outage is no
 * verdict, and nothing waits for good.
 */
public interface IntakeOutageContract {
  /** Returns stores that hold nothing of another test. */
  IntakeStores stores();

  @Test
  default void malwareIsRejectedAndTheVerdictSaysThatAScannerRan() {
    IntakeBench bench = new IntakeBench(stores()).withScanner();
    Attachment bad = bench.grant(Declaration.none());
    Attachment good = bench.grant(Declaration.none());
    bench.settle(bench.arrive(bad, "malware"));
    bench.settle(bench.arrive(good, "hello"));

    assertThat(bench.judgement(bad).verdict()).isEqualTo(new Verdict.Rejected(ReasonCode.MALWARE));
    assertThat(bench.judgement(good).checks()).contains(Check.MALWARE);
  }

  @Test
  default void aScannerThatIsDownIsNoVerdictUntilTheWaitIsOver() {
    IntakeBench bench = new IntakeBench(stores()).withScanner();
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "hello");
    bench.scannerIsDown(true);

    assertThat(bench.sanitize(arrived))
        .isEqualTo(new SanitizeOutcome.RetryLater("scanner_unavailable"));
    assertThat(bench.find(granted).state()).isInstanceOf(Quarantined.class);
    bench.clock().advance(Duration.ofHours(25));
    bench.settle(arrived);

    assertThat(bench.find(granted).state())
        .isEqualTo(new Expired(ReasonCode.SCANNER_UNAVAILABLE, bench.clock().instant()));
    assertThat(bench.endsOf(granted)).hasSize(1);
  }

  @Test
  default void aScannerThatComesBackJudges() {
    IntakeBench bench = new IntakeBench(stores()).withScanner();
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "hello");
    bench.scannerIsDown(true);
    bench.sanitize(arrived);
    bench.scannerIsDown(false);
    bench.settle(arrived);

    assertThat(bench.judgement(granted).verdict()).isEqualTo(new Verdict.Clean());
  }

  @Test
  default void onlyRepeatedTimeoutsAreAVerdict() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "slow");

    assertThat(bench.sanitize(arrived)).isEqualTo(new SanitizeOutcome.RetryLater("timeout"));
    assertThat(bench.sanitize(arrived)).isEqualTo(new SanitizeOutcome.RetryLater("timeout"));
    assertThat(bench.sanitize(arrived)).isEqualTo(new SanitizeOutcome.Settled());

    assertThat(bench.judgement(granted).verdict())
        .isEqualTo(new Verdict.Rejected(ReasonCode.TIMEOUT));
  }

  @Test
  default void aHalfReadObjectIsNoVerdict() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "hello");
    ArrivedObject longer = new ArrivedObject(arrived.key(), arrived.version(), DataSize.ofBytes(9));

    assertThat(bench.sanitize(longer)).isEqualTo(new SanitizeOutcome.RetryLater("io"));
    assertThat(bench.find(granted).state()).isInstanceOf(Quarantined.class);
  }

  @Test
  default void aFormThatWasNeverUsedExpires() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    SweepUploads sweeper = bench.sweeper();

    bench.clock().advance(Duration.ofMinutes(64));
    sweeper.sweep();
    assertThat(bench.find(granted).state()).isEqualTo(new Granted());
    bench.clock().advance(Duration.ofMinutes(2));
    bench.await(() -> {
      sweeper.sweep();
      assertThat(bench.find(granted).state())
          .isEqualTo(new Expired(ReasonCode.NEVER_UPLOADED, bench.clock().instant()));
    });
    assertThat(bench.endsOf(granted)).hasSize(1);
  }

  @Test
  default void anObjectWhoseEventWasLostIsEnqueuedBySweeping() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "hello");
    bench.clock().advance(Duration.ofMinutes(66));

    bench.await(() -> {
      bench.sweeper().sweep();
      assertThat(bench.enqueued()).contains(arrived);
    });
    assertThat(bench.find(granted).state()).isEqualTo(new Granted());
    bench.settle(arrived);
    assertThat(bench.judgement(granted).verdict()).isEqualTo(new Verdict.Clean());
  }

  @Test
  default void whatNobodyCouldJudgeInTwiceItsWaitIsGivenUpInPlainSight() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    bench.sanitize(bench.arrive(granted, "slow"));
    bench.clock().advance(Duration.ofHours(49));

    bench.await(() -> {
      bench.sweeper().sweep();
      assertThat(bench.find(granted).state())
          .isEqualTo(new Expired(ReasonCode.TIMEOUT, bench.clock().instant()));
    });
  }
}
