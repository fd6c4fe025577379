package dev.sallyport.media.scratch;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One scratch: an array that grows with what is written, then a file.
 *
 * <p>Written by one thread; its content may be read by several.
 */
final class SpillingScratch implements Scratch {
  private static final int FIRST = 1 << 12;
  private static final int BUFFER = 1 << 16;

  private final SpillFolder folder;
  private final ScratchMemory budget;
  private final int threshold;
  private final long max;
  private final MessageDigest digest = Sha256.newDigest();
  private final OutputStream sink = new Sink();
  private byte[] memory = new byte[0];
  private long size;
  private @Nullable FileChannel file;
  private @Nullable OutputStream fileSink;
  private @Nullable Content content;
  private volatile boolean closed;

  SpillingScratch(SpillFolder folder, ScratchMemory budget, int threshold, long max) {
    this.folder = folder;
    this.budget = budget;
    this.threshold = threshold;
    this.max = max;
  }

  @Override
  public OutputStream sink() {
    return sink;
  }

  @Override
  public Content content() {
    Content made = content;
    if (made == null) {
      try {
        if (fileSink != null) {
          fileSink.flush();
        }
      } catch (IOException e) {
        throw new PortUnavailableException("scratch space cannot be written", e);
      }
      made = new Written(DataSize.ofBytes(size), Sha256.ofDigest(digest.digest()));
      content = made;
    }
    return made;
  }

  @Override
  public void close() {
    closed = true;
    forget();
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new PortUnavailableException("scratch space cannot be freed", e);
      }
    }
  }

  private void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed || content != null) {
      throw new IOException("the writing of this scratch has ended");
    }
    if (length > max - size) {
      throw new ScratchFullException();
    }
    digest.update(bytes, offset, length);
    if (fileSink == null && length <= threshold - size && grow((int) size + length)) {
      System.arraycopy(bytes, offset, memory, (int) size, length);
    } else {
      spilled().write(bytes, offset, length);
    }
    size += length;
  }

  /** Makes room in memory, if all scratches together leave some. */
  private boolean grow(int needed) {
    if (needed <= memory.length) {
      return true;
    }
    long doubled = Math.max(FIRST, memory.length * 2L);
    int wanted = (int) Math.max(needed, Math.min(doubled, threshold));
    if (!budget.take(wanted - memory.length)) {
      return false;
    }
    memory = Arrays.copyOf(memory, wanted);
    return true;
  }

  private void forget() {
    budget.give(memory.length);
    memory = new byte[0];
  }

  private OutputStream spilled() throws IOException {
    OutputStream out = fileSink;
    if (out == null) {
      FileChannel channel = folder.newFile();
      file = channel;
      out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      out.write(memory, 0, (int) size);
      fileSink = out;
      forget();
    }
    return out;
  }

  private int read(long position, byte[] target, int offset, int length) throws IOException {
    if (position < 0) {
      throw new IllegalArgumentException("a position is not negative");
    }
    if (closed) {
      throw new IOException("this scratch is closed");
    }
    int count = (int) Math.max(0, Math.min(length, size - position));
    FileChannel channel = file;
    if (channel == null) {
      System.arraycopy(memory, (int) (count == 0 ? 0 : position), target, offset, count);
      return count;
    }
    ByteBuffer buffer = ByteBuffer.wrap(target, offset, count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + count - buffer.remaining()) < 0) {
        throw new IOException("the scratch file lost bytes");
      }
    }
    return count;
  }

  private final class Sink extends OutputStream {
    private final byte[] one = new byte[1];

    @Override
    public void write(int b) throws IOException {
      one[0] = (byte) b;
      SpillingScratch.this.write(one, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      SpillingScratch.this.write(bytes, offset, length);
    }
  }

  private final class Written implements Content {
    private final DataSize size;
    private final Sha256 sha256;

    Written(DataSize size, Sha256 sha256) {
      this.size = size;
      this.sha256 = sha256;
    }

    @Override
    public DataSize size() {
      return size;
    }

    @Override
    public Sha256 sha256() {
      return sha256;
    }

    @Override
    public int read(long position, byte[] target) throws IOException {
      return SpillingScratch.this.read(position, target, 0, target.length);
    }

    @Override
    public InputStream open() {
      return new ContentStream();
    }
  }

  private final class ContentStream extends InputStream {
    private long position;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int count = SpillingScratch.this.read(position, target, offset, length);
      position += count;
      return count == 0 ? -1 : count;
    }
  }
}
