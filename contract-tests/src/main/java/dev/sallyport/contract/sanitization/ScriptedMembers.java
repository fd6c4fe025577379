package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Members that a test judges: as strict as the real ones about what may come out, in which order
 * they are used, and that each is closed.
 */
public final class ScriptedMembers implements Members {
  private final Script script;
  private final int maxMembers;
  private final long maxBytes;
  private final List<byte[]> judged = new ArrayList<>();
  private int begun;
  private long written;
  private int open;

  /** Says what becomes of a member. */
  @FunctionalInterface
  public interface Script {
    /** Judges bytes that are not empty. */
    Answer judge(byte[] bytes) throws IOException;
  }

  /**
   * What became of a member.
   *
   * @param type as {@link Passed#type}
   * @param bytes its clean bytes
   * @param verdict as {@link Passed#verdict}
   * @param dump as {@link Passed#dump}
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(FileType type, byte[] bytes, Verdict verdict, boolean dump) {}

  private ScriptedMembers(Script script, int maxMembers, long maxBytes) {
    this.script = script;
    this.maxMembers = maxMembers;
    this.maxBytes = maxBytes;
  }

  /** Returns members of which all are clean text, a thousand of them with 16 MiB together. */
  public static ScriptedMembers allText() {
    return judgedBy(ScriptedMembers::text);
  }

  /** Returns members that a script judges, a thousand of them with 16 MiB together. */
  public static ScriptedMembers judgedBy(Script script) {
    return new ScriptedMembers(script, 1_000, 1 << 24);
  }

  /** Returns members of clean text, so many of them with so many bytes together. */
  public static ScriptedMembers limited(int maxMembers, long maxBytes) {
    return new ScriptedMembers(ScriptedMembers::text, maxMembers, maxBytes);
  }

  /** Calls bytes clean text, as they are. */
  public static Answer text(byte[] bytes) {
    return new Answer(FileType.TEXT, bytes, new Verdict.Clean(), false);
  }

  /** Returns what was to be judged, in order. */
  public List<byte[]> judged() {
    return Collections.unmodifiableList(judged);
  }

  /** Returns how many bytes came out of the archive. */
  public long written() {
    return written;
  }

  /** Tells whether every member that was begun has been closed. */
  public boolean areAllClosed() {
    return open == 0;
  }

  @Override
  public Member next() throws RefusedMemberException {
    assertThat(open).as("members in hand").isZero();
    if (begun == maxMembers) {
      throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
    }
    begun++;
    open++;
    return new Scripted();
  }

  private final class Scripted implements Member {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final OutputStream sink = new Sink();
    private boolean ended;
    private boolean closed;

    @Override
    public OutputStream sink() {
      return sink;
    }

    @Override
    public Passed judge() throws IOException {
      assertThat(ended || closed).as("judged before, or closed").isFalse();
      ended = true;
      byte[] whole = bytes.toByteArray();
      judged.add(whole);
      Answer answer = whole.length == 0 ? text(whole) : script.judge(whole);
      Content content = new WhileOpen(answer.bytes());
      return new Passed(answer.type(), content, answer.verdict(), answer.dump());
    }

    @Override
    public void close() {
      open -= closed ? 0 : 1;
      closed = true;
    }

    private final class Sink extends OutputStream {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] piece, int offset, int length) throws IOException {
        assertThat(ended || closed).as("written after the end").isFalse();
        if (length > maxBytes - written) {
          throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
        }
        written += length;
        bytes.write(piece, offset, length);
      }
    }

    private final class WhileOpen implements Content {
      private final BytesContent whole;

      WhileOpen(byte[] bytes) {
        whole = new BytesContent(bytes);
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
      public InputStream open() throws IOException {
        return new ByteArrayInputStream(whole.open().readAllBytes());
      }

      @Override
      public int read(long position, byte[] target) {
        assertThat(closed).as("read after it was closed").isFalse();
        return whole.read(position, target);
      }
    }
  }
}
