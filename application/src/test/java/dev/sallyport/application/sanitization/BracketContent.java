package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.Scratch.ScratchFullException;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A world in which {@code [a;b;[c]]} is an archive of two texts and an archive of one, and {@code
 * ~} one that holds itself twice.
 */
final class BracketContent {
  private BracketContent() {}

  static Content of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static String text(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Splits what is between the outermost brackets; brackets within count as one member. */
  static List<String> members(String archive) {
    if (archive.equals("~")) {
      return List.of(archive, archive);
    }
    List<String> members = new ArrayList<>();
    StringBuilder member = new StringBuilder();
    int depth = 0;
    for (char c : archive.substring(1, archive.length() - 1).toCharArray()) {
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == ';' && depth == 0) {
        members.add(member.toString());
        member.setLength(0);
      } else {
        member.append(c);
      }
    }
    members.add(member.toString());
    return members;
  }

  static final class Sniffer implements ContentSniffer {
    @Override
    public Sniffed sniff(Content content) throws IOException {
      String text = text(content);
      if (text.equals("strange")) {
        return new Sniffed.Refused(ReasonCode.UNSUPPORTED_TYPE);
      }
      return new Sniffed.Recognised(
          switch (text.charAt(0)) {
            case '[', '~' -> FileType.ZIP;
            case '{' -> FileType.JSON;
            case '%' -> FileType.PDF;
            default -> text.equals("dump") ? FileType.MINIDUMP : FileType.TEXT;
          });
    }
  }

  /** Removes "secret", refuses "bad" and all JSON, and makes a MiB of "grows". */
  static final class Files implements ContentRebuilder {
    @Override
    public Set<FileType> types() {
      return Set.of(FileType.TEXT, FileType.JSON, FileType.MINIDUMP);
    }

    @Override
    public Rebuilt rebuild(
        Content content,
        FileType type,
        SanitizationPolicy policy,
        Deadline deadline,
        OutputStream sink)
        throws IOException {
      String text = text(content);
      String clean = text.equals("grows") ? "g".repeat(1 << 20) : text.replace("secret", "-");
      sink.write(clean.getBytes(StandardCharsets.UTF_8));
      if (type == FileType.JSON) {
        return new Rebuilt.Refused(ReasonCode.TRAILING_DATA);
      }
      if (type == FileType.MINIDUMP) {
        return new Rebuilt.Done(type, new Verdict.Validated(List.of()), true);
      }
      return text.equals("bad")
          ? new Rebuilt.Refused(ReasonCode.MALFORMED)
          : new Rebuilt.Done(type, Verdict.rebuilt(lost(text, clean)), false);
    }

    private static List<Removal> lost(String text, String clean) {
      int count = (text.length() - clean.length()) / "ecret".length();
      return count > 0 ? List.of(new Removal(Removal.Kind.COOKIE, count)) : List.of();
    }
  }

  static final class Archives implements ArchiveRebuilder {
    @Override
    public Set<FileType> types() {
      return Set.of(FileType.ZIP);
    }

    @Override
    public Rebuilt rebuild(
        Content content,
        FileType type,
        SanitizationPolicy policy,
        Deadline deadline,
        Members members,
        OutputStream sink)
        throws IOException {
      List<Verdict> verdicts = new ArrayList<>();
      List<String> clean = new ArrayList<>();
      boolean dump = false;
      for (String text : members(text(content))) {
        try (Members.Member member = members.next()) {
          member.sink().write(text.getBytes(StandardCharsets.UTF_8));
          Members.Passed passed = member.judge();
          verdicts.add(passed.verdict());
          clean.add(text(passed.bytes()));
          dump |= passed.dump();
        }
      }
      String whole = "[" + String.join(";", clean) + "]";
      sink.write(whole.getBytes(StandardCharsets.UTF_8));
      return new Rebuilt.Done(type, Verdict.weakest(verdicts, List.of()), dump);
    }
  }

  /** Knows "virus", and says nothing about "unclear". */
  static final class Scanner implements MalwareScanner {
    @Override
    public boolean isMalware(Content content, Deadline deadline) throws IOException {
      if (text(content).equals("unclear")) {
        throw new PortUnavailableException("down", null);
      }
      return text(content).equals("virus");
    }
  }

  /** Keeps everything in memory, and count of what is open. */
  static final class Space implements ScratchSpace {
    private int open;

    int open() {
      return open;
    }

    @Override
    public Scratch open(DataSize max) {
      open++;
      return new Room(max.bytes());
    }

    private final class Room implements Scratch {
      private final ByteArrayOutputStream written = new ByteArrayOutputStream();
      private final long max;

      Room(long max) {
        this.max = max;
      }

      @Override
      public OutputStream sink() {
        return new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            if (length > max - written.size()) {
              throw new ScratchFullException();
            }
            written.write(bytes, offset, length);
          }
        };
      }

      @Override
      public Content content() {
        return new Bytes(written.toByteArray());
      }

      @Override
      public void close() {
        open--;
      }
    }
  }

  private static final class Bytes implements Content {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public DataSize size() {
      return DataSize.ofBytes(bytes.length);
    }

    @Override
    public Sha256 sha256() {
      return Sha256.of(bytes);
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public int read(long position, byte[] target) {
      int count = Math.clamp(bytes.length - position, 0, target.length);
      System.arraycopy(bytes, count == 0 ? 0 : (int) position, target, 0, count);
      return count;
    }
  }
}
