package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every rebuilder keeps, whatever it rebuilds. */
public interface ContentRebuilderContract {
  /** Few enough that damaged dimensions do not slow the test down. */
  SanitizationPolicy FEW_PIXELS = PolicySamples.maxPixels(1_000_000);

  /** Returns the rebuilder. */
  ContentRebuilder rebuilder();

  /** Returns content of a type that the rebuilder handles, with something to be removed. */
  byte[] dirtySample();

  /** Returns the type of the sample. */
  FileType type();

  /** Returns the type of what becomes of the sample. */
  default FileType rebuiltType() {
    return type();
  }

  /** Returns the rebuilder of {@link #rebuiltType()}. */
  default ContentRebuilder rebuiltRebuilder() {
    return rebuilder();
  }

  @Test
  default void sampleIsOfATypeThatIsHandled() {
    assertThat(rebuilder().types()).contains(type());
  }

  @Test
  default void rebuildListsEachKindOfRemovalOnce() throws IOException {
    Outcome outcome = rebuild(dirtySample());
    assertThat(outcome.done().type()).isEqualTo(rebuiltType());
    assertThat(outcome.done().verdict().removed()).isNotEmpty();
    assertThat(outcome.done().verdict().removed().stream().map(Removal::kind))
        .doesNotHaveDuplicates();
  }

  @Test
  default void rebuildIsDeterministic() throws IOException {
    Outcome first = rebuild(dirtySample());
    Outcome second = rebuild(dirtySample());
    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(second.result()).isEqualTo(first.result());
  }

  @Test
  default void whatWasRebuiltIsClean() throws IOException {
    Outcome first = rebuild(dirtySample());
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Content rebuilt = new BytesContent(first.bytes());
    Rebuilt result = rebuiltRebuilder().rebuild(rebuilt, rebuiltType(), FEW_PIXELS, ample(), sink);
    Outcome second = new Outcome(result, sink.toByteArray());
    assertThat(second.done().verdict().removed()).isEmpty();
  }

  @Test
  default void deadlineThatHasComeEndsTheWork() {
    MutableClock clock = MutableClock.atNoon();
    Deadline over = Deadline.after(Duration.ofSeconds(1), clock);
    clock.advance(Duration.ofSeconds(2));
    Content content = new BytesContent(dirtySample());
    assertThatThrownBy(() -> rebuild(content, over, OutputStream.nullOutputStream()))
        .isInstanceOf(DeadlineExceededException.class);
  }

  @Test
  default void deadlineThatComesAtAnyLookEndsTheWork() throws IOException {
    int looks = 1;
    while (outlasts(looks)) {
      looks++;
    }
    assertThat(looks).as("looks at the deadline").isBetween(2, 10_000);
  }

  private boolean outlasts(int looks) throws IOException {
    MutableClock clock = MutableClock.atNoon();
    Deadline deadline = Deadline.after(Duration.ofSeconds(looks), new TickingClock(clock));
    try {
      assertThat(
              rebuild(new BytesContent(dirtySample()), deadline, OutputStream.nullOutputStream()))
          .isInstanceOf(Rebuilt.Done.class);
      return false;
    } catch (DeadlineExceededException e) {
      return true;
    }
  }

  @Test
  default void contentThatCannotBeReadIsNoVerdict() throws IOException {
    int reads = 0;
    while (failsAfter(reads)) {
      reads++;
    }
    assertThat(reads).as("reads of the content").isPositive();
  }

  private boolean failsAfter(int reads) throws IOException {
    Content content = new BrokenContent(dirtySample(), reads);
    try {
      assertThat(rebuild(content, ample(), OutputStream.nullOutputStream()))
          .isInstanceOf(Rebuilt.Done.class);
      return false;
    } catch (IOException e) {
      assertThat(e).hasMessage(BrokenContent.MESSAGE);
      return true;
    }
  }

  @Test
  default void sinkThatCannotBeWrittenIsNoVerdict() throws IOException {
    int size = rebuild(dirtySample()).bytes().length;
    for (int room : new int[] {0, 1, size / 2, size - 1}) {
      OutputStream broken = new BrokenSink(room);
      assertThatThrownBy(() -> rebuild(new BytesContent(dirtySample()), ample(), broken))
          .as("room for %d of %d bytes", room, size)
          .isInstanceOf(IOException.class)
          .hasMessage(BrokenContent.MESSAGE);
    }
  }

  @Test
  default void damageIsAlwaysAnsweredAndNeverThrown() {
    byte[] sample = dirtySample();
    for (int seed = 0; seed < 300; seed++) {
      byte[] damaged = damaged(sample, new Random(seed));
      String description = "seed " + seed;
      try {
        assertThat(rebuild(damaged).result()).as(description).isNotNull();
      } catch (IOException | RuntimeException e) {
        throw new AssertionError(description, e);
      }
    }
  }

  private static byte[] damaged(byte[] sample, Random random) {
    byte[] damaged = sample.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    boolean cut = random.nextInt(4) == 0;
    return cut ? Arrays.copyOf(damaged, 1 + random.nextInt(damaged.length - 1)) : damaged;
  }

  private Outcome rebuild(byte[] bytes) throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Rebuilt result = rebuild(new BytesContent(bytes), ample(), sink);
    return new Outcome(result, sink.toByteArray());
  }

  private Rebuilt rebuild(Content content, Deadline deadline, OutputStream sink)
      throws IOException {
    return rebuilder().rebuild(content, type(), FEW_PIXELS, deadline, sink);
  }

  private static Deadline ample() {
    return Deadline.after(Duration.ofMinutes(1), MutableClock.atNoon());
  }

  /** What came of a rebuild. */
  record Outcome(Rebuilt result, @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
    Rebuilt.Done done() {
      assertThat(result).isInstanceOf(Rebuilt.Done.class);
      return (Rebuilt.Done) result;
    }
  }

  /** A clock that moves on by a second whenever somebody looks at it. */
  final class TickingClock extends Clock {
    private final MutableClock time;

    TickingClock(MutableClock time) {
      this.time = time;
    }

    @Override
    public Instant instant() {
      Instant now = time.instant();
      time.advance(Duration.ofSeconds(1));
      return now;
    }

    @Override
    public ZoneId getZone() {
      return time.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("only looked at");
    }
  }

  /** A sink on a disk that is full after so many bytes. */
  final class BrokenSink extends OutputStream {
    private int room;

    BrokenSink(int room) {
      this.room = room;
    }

    @Override
    public void write(int b) throws IOException {
      if (room-- <= 0) {
        throw new IOException(BrokenContent.MESSAGE);
      }
    }
  }

  /** Content on a disk that fails after so many reads. */
  final class BrokenContent implements Content {
    static final String MESSAGE = "the disk failed";

    private final BytesContent whole;
    private int reads;

    BrokenContent(byte[] bytes, int reads) {
      whole = new BytesContent(bytes);
      this.reads = reads;
    }

    @Override
    public DataSize size() {
      return whole.size();
    }

    @Override
    public Sha256 sha256() {
      return whole.sha256();
    }

    @Override
    public int read(long position, byte[] target) throws IOException {
      if (reads-- <= 0) {
        throw new IOException(MESSAGE);
      }
      return whole.read(position, target);
    }

    @Override
    public InputStream open() {
      return new FilterInputStream(whole.open()) {
        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
          if (reads-- <= 0) {
            throw new IOException(MESSAGE);
          }
          return super.read(target, offset, Math.min(length, 1 << 4));
        }
      };
    }
  }
}
