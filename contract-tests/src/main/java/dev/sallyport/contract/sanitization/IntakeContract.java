package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.application.sanitization.SanitizeOutcome;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the way of a file from arrival to verdict keeps on every family of stores: each version is
 * judged once, only the first one is read, an outage is no verdict, and whatever is killed
 * anywhere, the end is the same.
 *
 * <p>The content checks are {@linkplain IntakeBench simple ones}: what real bytes come to is proven
 * elsewhere.
 */
public interface IntakeContract {
  /** Most redeliveries that a test grants before it calls the way endless. */
  int MOST_DELIVERIES = 20;

  /** Returns stores that hold nothing of another test. */
  IntakeStores stores();

  @Test
  default void aFileIsJudgedAndItsOriginalLetGo() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "hello token-1");

    assertThat(bench.sanitize(arrived)).isEqualTo(new SanitizeOutcome.Settled());

    Judgement judgement = bench.judgement(granted);
    assertThat(judgement.verdict())
        .isEqualTo(new Verdict.Disarmed(List.of(new Removal(Removal.Kind.ACCESS_KEY, 1))));
    assertThat(judgement.source()).contains(Sha256.of(bytes("hello token-1")));
    assertThat(judgement.checks()).containsExactlyInAnyOrder(Check.SIZE, Check.TYPE, Check.REBUILD);
    assertThat(bench.clean(judgement)).isEqualTo("hello [removed]");
    assertThat(bench.isInQuarantine(granted, arrived)).isFalse();
    assertThat(bench.endsOf(granted)).hasSize(1);
  }

  @Test
  default void whatIsRejectedIsNeverServedAndStaysForARetrial() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "malformed");

    bench.settle(arrived);

    assertThat(bench.judgement(granted).verdict())
        .isEqualTo(new Verdict.Rejected(ReasonCode.MALFORMED));
    assertThat(bench.judgement(granted).output()).isEmpty();
    assertThat(bench.isInQuarantine(granted, arrived)).isTrue();
  }

  @Test
  default void theSameEventAgainChangesNothing() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "hello");
    bench.settle(arrived);
    Attachment once = bench.find(granted);

    bench.settle(arrived);
    bench.settle(arrived);

    assertThat(bench.find(granted)).isEqualTo(once);
    assertThat(bench.endsOf(granted)).hasSize(1);
  }

  @Test
  default void theFirstVersionWinsAndLaterOnesAreDeletedUnreadAndCharged() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject first = bench.arrive(granted, "first");
    ArrivedObject second = bench.arrive(granted, "second");

    bench.settle(second);
    bench.settle(first);
    bench.settle(second);

    // Whose event comes first is the first version: order of arrival is not order of events.
    assertThat(bench.clean(bench.judgement(granted))).isEqualTo("second");
    assertThat(bench.isInQuarantine(granted, first)).isFalse();
    assertThat(bench.readsOf(first)).isZero();
    assertThat(bench.chargedReplays()).isEqualTo(1);
  }

  @Test
  default void anObjectThatNobodyWasGrantedIsDeleted() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment never = bench.unknown();
    ArrivedObject arrived = bench.arrive(never, "hello");

    assertThat(bench.sanitize(arrived)).isEqualTo(new SanitizeOutcome.Settled());

    assertThat(bench.isInQuarantine(never, arrived)).isFalse();
  }

  @Test
  default void anEventForAKeyOfNobodysIsSettledWithoutAnyAccess() {
    IntakeBench bench = new IntakeBench(stores());
    ArrivedObject foreign =
        new ArrivedObject("../clean/x", new VersionId("v"), DataSize.ofBytes(1));
    bench.faults().strikeAt(1, Fault.KILLED_BEFORE);

    assertThat(bench.sanitize(foreign)).isEqualTo(new SanitizeOutcome.Settled());
  }

  @Test
  default void whatWasDeclaredHasToComeTrue() {
    assertRejected(ReasonCode.EMPTY, Declaration.none(), "");
    assertRejected(ReasonCode.SIZE_MISMATCH, declared(null, 4L, null), "hello");
    assertRejected(ReasonCode.CHECKSUM_MISMATCH, declared(null, null, "other"), "hello");
    assertRejected(ReasonCode.TYPE_MISMATCH, declared("image/png", null, null), "hello");
    assertRejected(ReasonCode.UNSUPPORTED_TYPE, Declaration.none(), "strange");
    assertRejected(
        ReasonCode.SIZE_MISMATCH, Declaration.none(), "x".repeat(IntakeBench.MAX_BYTES + 1));
  }

  @Test
  default void declarationsThatComeTrueAreCheckedOff() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(declared("text/plain", 5L, "hello"));
    bench.settle(bench.arrive(granted, "hello"));

    assertThat(bench.judgement(granted).verdict()).isEqualTo(new Verdict.Clean());
    assertThat(bench.judgement(granted).checks()).contains(Check.CHECKSUM);
  }

  @Test
  default void jsonLinesThatNobodyCalledJsonAreText() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment log = bench.grant(Declaration.none());
    Attachment claimed = bench.grant(declared("application/json", null, null));
    bench.settle(bench.arrive(log, "{json lines"));
    bench.settle(bench.arrive(claimed, "{json lines"));

    assertThat(bench.judgement(log).verdict()).isEqualTo(new Verdict.Clean());
    assertThat(bench.judgement(claimed).verdict())
        .isEqualTo(new Verdict.Rejected(ReasonCode.TRAILING_DATA));
  }

  @Test
  default void racingWorkersMakeOneVerdictAndOneEvent() {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(Declaration.none());
    ArrivedObject arrived = bench.arrive(granted, "hello token-1");

    List<SanitizeOutcome> outcomes = Race.run(_ -> bench.sanitize(arrived));
    bench.settle(arrived);

    assertThat(outcomes).hasSize(Race.THREADS);
    assertThat(bench.find(granted).state()).isInstanceOf(Judged.class);
    assertThat(bench.endsOf(granted)).hasSize(1);
    assertThat(bench.isInQuarantine(granted, arrived)).isFalse();
  }

  /** Every call of every port goes wrong once, in every way; redelivery reaches the same end. */
  @ParameterizedTest
  @EnumSource(Fault.class)
  default void whateverIsKilledAnywhereTheEndIsTheSame(Fault fault) {
    for (String content : List.of("hello token-1", "malformed", "")) {
      int step = fault.next(0);
      do {
        IntakeBench bench = new IntakeBench(stores());
        Attachment granted = bench.grant(Declaration.none());
        ArrivedObject arrived = bench.arrive(granted, content);
        bench.faults().strikeAt(step, fault);

        int deliveries = 0;
        while (!delivered(bench, arrived)) {
          deliveries++;
          assertThat(deliveries).isLessThan(MOST_DELIVERIES);
        }

        String where = "'" + content + "' with " + fault + " at " + bench.faults().calls();
        assertSameEnd(bench, granted, arrived, content, where);
        step = bench.faults().hasStruck() ? fault.next(step) : 0;
      } while (step > 0);
    }
  }

  private static boolean delivered(IntakeBench bench, ArrivedObject arrived) {
    try {
      return bench.sanitize(arrived) instanceof SanitizeOutcome.Settled;
    } catch (PortUnavailableException | OutcomeUnknownException redelivered) {
      return false;
    } catch (Fault.Killed restarted) {
      return false;
    }
  }

  private static void assertSameEnd(
      IntakeBench bench, Attachment granted, ArrivedObject arrived, String content, String where) {
    bench.faults().calm();
    AttachmentState state = bench.find(granted).state();
    assertThat(state).as(where).isInstanceOf(Judged.class);
    Judgement judgement = bench.judgement(granted);
    boolean served = judgement.verdict().isServed();
    assertThat(served).as(where).isEqualTo(content.startsWith("hello"));
    if (served) {
      assertThat(bench.clean(judgement)).as(where).isEqualTo("hello [removed]");
    }
    // Redelivery after a kill between verdict and clean-up is what deletes the original.
    bench.settle(arrived);
    assertThat(bench.isInQuarantine(granted, arrived)).as(where).isEqualTo(!served);
    assertThat(bench.endsOf(granted)).as(where).hasSize(1);
  }

  private void assertRejected(ReasonCode reason, Declaration declaration, String content) {
    IntakeBench bench = new IntakeBench(stores());
    Attachment granted = bench.grant(declaration);
    bench.settle(bench.arrive(granted, content));
    assertThat(bench.judgement(granted).verdict()).isEqualTo(new Verdict.Rejected(reason));
  }

  private static Declaration declared(
      @Nullable String type, @Nullable Long size, @Nullable String sameHashAs) {
    return new Declaration(
        Optional.empty(),
        Optional.ofNullable(type).map(MediaType::new),
        Optional.ofNullable(size).map(DataSize::ofBytes),
        Optional.ofNullable(sameHashAs).map(text -> Sha256.of(bytes(text))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
