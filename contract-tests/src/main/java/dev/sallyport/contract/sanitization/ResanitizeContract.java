package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.GivenVerdict;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Rejudgement;
import dev.sallyport.domain.sanitization.ResanitizeCounts;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJob.State;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What judging again keeps on every family of stores: verdicts follow the rules, what is bad now is
 * served no more, everybody can see what changed, and whatever is killed anywhere, or done by two
 * at once, the end is the same.
 */
public interface ResanitizeContract {
  /** Rules of a build before this one. */
  SanitizerVersion OLD = new SanitizerVersion("0");

  /** The verdict of rules that do not accept text. */
  Verdict UNSUPPORTED = new Verdict.Rejected(ReasonCode.UNSUPPORTED_TYPE);

  /** Rules that keep every original. */
  SanitizationPolicy LAX = PolicySamples.retaining();

  /** The same without text. */
  SanitizationPolicy STRICT = PolicySamples.retainingWithout(FileType.TEXT);

  /** Returns stores that hold nothing of another test. */
  ResanitizeStores stores();

  @Test
  default void whatIsBadByNewRulesIsRetracted() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.rules(LAX);
    Attachment attachment = bench.judged("hello");
    Judgement before = bench.intake.judgement(attachment);
    assertThat(bench.isServed(before.output().orElseThrow())).isTrue();

    bench.intake.rules(STRICT);
    ResanitizeJob job = bench.run(1);

    assertThat(job.state()).isEqualTo(new State.Done(bench.intake.clock().instant()));
    assertThat(job.counts()).isEqualTo(new ResanitizeCounts(0, 1, 0, 1));
    assertThat(bench.intake.judgement(attachment).verdict()).isEqualTo(UNSUPPORTED);
    assertThat(bench.isServed(before.output().orElseThrow())).isFalse();
    assertThat(bench.hasOriginal(attachment)).isTrue();
    assertThat(bench.state(attachment).rejudged().flatMap(Rejudgement::previously))
        .contains(before.given());
    assertThat(bench.changes(job))
        .containsExactly(
            new VerdictChange(
                attachment.id(),
                before.given(),
                new GivenVerdict(UNSUPPORTED, SanitizerVersion.CURRENT)));
    assertThat(bench.intake.endsOf(attachment)).hasSize(2);
  }

  @Test
  default void whatGetsBetterIsPublishedAsTheFirstVerdictWouldHaveBeen() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.rules(STRICT);
    Attachment attachment = bench.judged("hello token-1");
    assertThat(bench.intake.judgement(attachment).verdict()).isEqualTo(UNSUPPORTED);

    bench.intake.rules(SanitizationPolicy.defaults());
    ResanitizeJob job = bench.run(1);

    assertThat(job.counts()).isEqualTo(new ResanitizeCounts(0, 1, 0, 0));
    assertThat(bench.intake.clean(bench.intake.judgement(attachment))).isEqualTo("hello [removed]");
    assertThat(bench.hasOriginal(attachment)).isFalse();
    assertThat(bench.intake.endsOf(attachment)).hasSize(2);
  }

  @Test
  default void aVerdictWhoseOriginalIsGoneStands() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    Attachment attachment = bench.judged("hello");
    Attachment before = bench.intake.find(attachment);

    bench.intake.rules(STRICT);
    ResanitizeJob job = bench.run(1);

    assertThat(job.counts()).isEqualTo(new ResanitizeCounts(0, 0, 1, 0));
    assertThat(bench.intake.find(attachment)).isEqualTo(before);
    assertThat(bench.intake.clean(bench.intake.judgement(attachment))).isEqualTo("hello");
  }

  @Test
  default void aVerdictThatComesOutAsItWasIsToldToNobody() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.rules(LAX);
    Attachment bad = bench.judged("malformed");
    Attachment good = bench.judged("hello token-1");
    ResanitizeJob job = bench.run(2);

    assertThat(job.counts()).isEqualTo(new ResanitizeCounts(2, 0, 0, 0));
    assertThat(bench.changes(job)).isEmpty();
    for (Attachment attachment : List.of(bad, good)) {
      assertThat(bench.intake.endsOf(attachment)).hasSize(1);
      assertThat(bench.state(attachment).rejudged().flatMap(Rejudgement::previously)).isEmpty();
    }
    assertThat(bench.intake.clean(bench.intake.judgement(good))).isEqualTo("hello [removed]");
  }

  @Test
  default void theLastChangeStaysVisibleThroughRunsThatChangeNothing() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.rules(LAX);
    Attachment attachment = bench.judged("hello");
    GivenVerdict before = bench.intake.judgement(attachment).given();
    bench.intake.rules(STRICT);
    bench.run(1);
    ResanitizeJob again = bench.run(1);

    assertThat(again.counts()).isEqualTo(new ResanitizeCounts(1, 0, 0, 0));
    assertThat(bench.state(attachment).rejudged().flatMap(Rejudgement::previously))
        .contains(before);
  }

  @Test
  default void whatWasRetractedCanBeServedAgain() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.rules(LAX);
    Attachment attachment = bench.judged("hello");
    for (SanitizationPolicy rules : List.of(STRICT, LAX, STRICT, LAX)) {
      bench.intake.rules(rules);
      bench.run(1);
      assertThat(bench.intake.judgement(attachment).verdict().isServed())
          .isEqualTo(rules.equals(LAX));
    }
    bench.intake.settle(bench.arrived(attachment));
    assertThat(bench.intake.clean(bench.intake.judgement(attachment))).isEqualTo("hello");
  }

  @Test
  default void onlyVerdictsByOtherRulesAreLookedAtWhenThatIsAsked() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    Attachment current = bench.judged("malformed");
    Attachment old = bench.rejectedBy(OLD, ReasonCode.MALFORMED, "hello");
    Attachment before = bench.intake.find(current);

    ResanitizeJob job = bench.start(true, 2);
    bench.finish();

    assertThat(bench.counts(job)).isEqualTo(new ResanitizeCounts(0, 1, 0, 0));
    assertThat(bench.intake.find(current)).isEqualTo(before);
    assertThat(bench.intake.judgement(old).verdict()).isEqualTo(new Verdict.Clean());
    assertThat(bench.changes(job))
        .extracting(change -> change.before().sanitizer())
        .containsExactly(OLD);
  }

  @Test
  default void firstVerdictsOfAnotherTimeAreNotLookedAt() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.judged("malformed");
    bench.intake.clock().advance(Duration.ofHours(1));
    bench.judged("malformed");
    ResanitizeJob job = bench.start(false, 1);
    bench.intake.clock().advance(Duration.ofSeconds(1));
    bench.judged("malformed");
    bench.finish();

    assertThat(bench.counts(job)).isEqualTo(new ResanitizeCounts(1, 0, 0, 0));
  }

  @Test
  default void everyPageIsCountedOnceAndJobsRunOneAfterTheOther() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.rules(LAX);
    List<Attachment> all = Stream.generate(() -> bench.judged("hello")).limit(45).toList();
    bench.intake.rules(STRICT);
    ResanitizeJob first = bench.start(false, 45);
    bench.intake.clock().advance(Duration.ofSeconds(1));
    ResanitizeJob second = bench.start(false, 45);
    assertThat(bench.step()).isTrue();
    assertThat(bench.now(first).isRunning()).isTrue();
    assertThat(bench.now(first).cursor()).isPresent();
    bench.finish();

    assertThat(bench.counts(first)).isEqualTo(new ResanitizeCounts(0, 45, 0, 45));
    assertThat(bench.counts(second)).isEqualTo(new ResanitizeCounts(45, 0, 0, 0));
    assertThat(bench.changes(first))
        .extracting(VerdictChange::attachment)
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Attachment::id).toList());
  }

  @Test
  default void aScannerThatIsDownIsNoVerdictAndEndsTheJobInPlainSightAfterTheWait() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.rules(LAX);
    Attachment attachment = bench.judged("hello");
    Judgement before = bench.intake.judgement(attachment);
    bench.intake.withScanner().scannerIsDown(true);
    ResanitizeJob job = bench.start(false, 1);

    assertThat(bench.step()).isFalse();
    assertThat(bench.now(job).isRunning()).isTrue();
    bench.intake.clock().advance(Duration.ofHours(25));
    bench.step();

    assertThat(bench.now(job).state()).isEqualTo(new State.Failed(bench.intake.clock().instant()));
    assertThat(bench.intake.judgement(attachment)).isEqualTo(before);
    assertThat(bench.isServed(before.output().orElseThrow())).isTrue();
  }

  @Test
  default void onlyARepeatedTimeoutIsAVerdict() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    Attachment slow = bench.rejectedBy(OLD, ReasonCode.MALFORMED, "slow");
    Attachment quick = bench.rejectedBy(OLD, ReasonCode.MALFORMED, "hello");
    ResanitizeJob job = bench.start(false, 2);

    assertThat(bench.step()).isFalse();
    assertThat(bench.step()).isFalse();
    assertThat(bench.intake.judgement(slow).verdict())
        .isEqualTo(new Verdict.Rejected(ReasonCode.MALFORMED));
    bench.finish();

    assertThat(bench.intake.judgement(slow).verdict())
        .isEqualTo(new Verdict.Rejected(ReasonCode.TIMEOUT));
    assertThat(bench.intake.judgement(quick).verdict()).isEqualTo(new Verdict.Clean());
    assertThat(bench.counts(job)).isEqualTo(new ResanitizeCounts(0, 2, 0, 0));
  }

  @Test
  default void whatAScannerFoundIsNotTakenBackWithoutOne() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.withScanner();
    Attachment attachment = bench.judged("malware");
    bench.intake.withoutScanner();
    ResanitizeJob job = bench.run(1);

    assertThat(job.counts()).isEqualTo(new ResanitizeCounts(1, 0, 0, 0));
    Judgement judgement = bench.intake.judgement(attachment);
    assertThat(judgement.verdict()).isEqualTo(new Verdict.Rejected(ReasonCode.MALWARE));
    assertThat(judgement.checks()).contains(Check.MALWARE);
  }

  @Test
  default void workersAtOnceMakeOneVerdictOneEventAndOneCount() {
    ResanitizeBench bench = new ResanitizeBench(stores());
    bench.intake.rules(LAX);
    List<Attachment> all = Stream.generate(() -> bench.judged("hello")).limit(3).toList();
    bench.intake.rules(STRICT);
    ResanitizeJob job = bench.start(false, 3);

    Race.run(_ -> bench.step());
    bench.finish();

    assertThat(bench.counts(job)).isEqualTo(new ResanitizeCounts(0, 3, 0, 3));
    assertThat(bench.changes(job)).hasSize(3);
    for (Attachment attachment : all) {
      assertThat(bench.intake.judgement(attachment).verdict()).isEqualTo(UNSUPPORTED);
      assertThat(bench.intake.endsOf(attachment)).hasSize(2);
    }
  }

  /** Every call of every port goes wrong once, in every way; going on reaches the same end. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  default void whateverIsKilledAnywhereTheJobEndsTheSame(Fault fault) {
    ResanitizeBench bench = new ResanitizeBench(stores());
    int step = fault.next(0);
    do {
      bench.intake.clock().advance(Duration.ofHours(2));
      bench.forgetEvents();
      bench.intake.rules(LAX);
      Attachment retracted = bench.judged("hello");
      Judgement before = bench.intake.judgement(retracted);
      Attachment better = bench.rejectedBy(OLD, ReasonCode.MALFORMED, "{}");
      Attachment same = bench.judged("strange");
      bench.intake.rules(STRICT);
      ResanitizeJob job = bench.start(false, 3);
      bench.intake.faults().strikeAt(step, fault);

      bench.finish();

      String where = fault + " at " + bench.intake.faults().calls();
      step = bench.intake.faults().hasStruck() ? fault.next(step) : 0;
      bench.intake.faults().calm();
      assertThat(bench.now(job).state()).as(where).isInstanceOf(State.Done.class);
      assertThat(bench.counts(job)).as(where).isEqualTo(new ResanitizeCounts(1, 2, 0, 1));
      assertThat(bench.changes(job)).as(where).hasSize(2);
      assertThat(bench.isServed(before.output().orElseThrow())).as(where).isFalse();
      assertThat(bench.intake.judgement(retracted).verdict()).as(where).isEqualTo(UNSUPPORTED);
      assertThat(bench.intake.clean(bench.intake.judgement(better))).as(where).isEqualTo("{}");
      assertThat(bench.intake.endsOf(retracted)).as(where).hasSize(2);
      assertThat(bench.intake.endsOf(same)).as(where).hasSize(1);
      assertThat(bench.intake.find(same).state()).as(where).isInstanceOf(Judged.class);
    } while (step > 0);
  }
}
