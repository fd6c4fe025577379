package dev.sallyport.media.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

/** One check of a payload and what came of it. */
public record Checking(Rebuilt result, @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
  /** Checks a file of the rebuilder's only type. */
  public static Checking of(ContentRebuilder rebuilder, byte[] file) throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), MutableClock.atNoon());
    FileType type = rebuilder.types().iterator().next();
    Rebuilt result =
        rebuilder.rebuild(
            new BytesContent(file), type, SanitizationPolicy.defaults(), deadline, sink);
    return new Checking(result, sink.toByteArray());
  }

  /** Returns why it was refused. */
  public ReasonCode reason() {
    assertThat(result).isInstanceOf(Rebuilt.Refused.class);
    return ((Rebuilt.Refused) result).reason();
  }

  /** Returns the verdict on what was passed on. */
  public Verdict verdict() {
    assertThat(result).isInstanceOf(Rebuilt.Done.class);
    return ((Rebuilt.Done) result).verdict();
  }

  /** Returns how many tags were removed; 0 only when it is validated as it came. */
  public long tags() {
    return switch (verdict()) {
      case Verdict.Validated validated -> {
        assertThat(validated.removed()).isEmpty();
        yield 0;
      }
      case Verdict.Disarmed disarmed -> {
        assertThat(disarmed.removed())
            .extracting(Removal::kind)
            .containsOnly(Removal.Kind.AUDIO_TAG);
        yield disarmed.removed().getFirst().count();
      }
      case Verdict.Clean _ -> throw new AssertionError("a payload that was only checked");
      case Verdict.Rejected _ -> throw new AssertionError("done and rejected");
    };
  }
}
