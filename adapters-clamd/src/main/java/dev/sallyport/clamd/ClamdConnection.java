package dev.sallyport.clamd;

import dev.sallyport.application.shared.Deadline;
import dev.sallyport.clamd.NoVerdictException.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * A connection for one question; clamd itself closes it after one.
 *
 * <p>It listens while it speaks: clamd may answer and hang up before it was told everything, and
 * then only its answer says why. A selector waits, because that bounds every wait on both kinds of
 * sockets.
 */
final class ClamdConnection implements AutoCloseable {
  private static final int PIECE_BYTES = 64 * 1024;

  /** Longer than any reply: little more than the name of a signature is in one. */
  private static final int MOST_REPLY_BYTES = 1024;

  private final ClamdSettings settings;
  private final Deadline deadline;
  private final Selector selector;
  private final SocketChannel channel;
  private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES).limit(0);
  private final ByteBuffer reply = ByteBuffer.allocate(MOST_REPLY_BYTES);
  private boolean hungUp;

  private ClamdConnection(ClamdSettings settings, Deadline deadline) throws IOException {
    this.settings = settings;
    this.deadline = deadline;
    this.channel =
        switch (settings.address()) {
          case ClamdAddress.Tcp _ -> SocketChannel.open();
          case ClamdAddress.Unix _ -> SocketChannel.open(StandardProtocolFamily.UNIX);
        };
    this.selector = Selector.open();
  }

  /**
   * Connects.
   *
   * @throws dev.sallyport.application.shared.DeadlineExceededException when the deadline came first
   */
  static ClamdConnection open(ClamdSettings settings, Deadline deadline) throws NoVerdictException {
    deadline.check();
    try {
      ClamdConnection made = new ClamdConnection(settings, deadline);
      try {
        made.connect();
      } catch (Throwable e) {
        made.close();
        throw e;
      }
      return made;
    } catch (IOException | UnresolvedAddressException e) {
      throw new NoVerdictException(Reason.UNREACHABLE, e);
    }
  }

  private void connect() throws IOException, NoVerdictException {
    channel.configureBlocking(false);
    boolean connected =
        switch (settings.address()) {
          case ClamdAddress.Tcp(String host, int port) -> {
            // Else the last, short piece waits until those before it are acknowledged.
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            yield channel.connect(new InetSocketAddress(host, port));
          }
          case ClamdAddress.Unix(var path) -> channel.connect(UnixDomainSocketAddress.of(path));
        };
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
    while (!connected) {
      await(settings.connectTime(), Reason.UNREACHABLE);
      connected = channel.finishConnect();
    }
    key.interestOps(SelectionKey.OP_READ);
  }

  /**
   * Says everything, or as much as clamd takes, and returns what it replied.
   *
   * @throws IOException when the question cannot be read
   * @throws NoVerdictException when there was no whole reply
   * @throws dev.sallyport.application.shared.DeadlineExceededException when the deadline came first
   */
  ClamdReply ask(Question question) throws IOException, NoVerdictException {
    SelectionKey key = Objects.requireNonNull(channel.keyFor(selector));
    while (true) {
      if (!piece.hasRemaining() && !hungUp && !question.isOver()) {
        question.next(piece);
      }
      boolean speaking = piece.hasRemaining() && !hungUp;
      key.interestOps(SelectionKey.OP_READ | (speaking ? SelectionKey.OP_WRITE : 0));
      await(settings.replyTime(), Reason.SILENT);
      if (key.isReadable() && isReplyWhole()) {
        return new ClamdReply(text(), question.isOver() && !piece.hasRemaining());
      }
      if (key.isWritable()) {
        speak();
      }
    }
  }

  /** Waits until something can be done, but neither longer than that nor past the deadline. */
  private void await(Duration most, Reason otherwise) throws NoVerdictException {
    deadline.check();
    Duration left = deadline.remaining();
    // One more, so that a deadline that ends within a millisecond has come afterwards.
    long millis = 1 + (left.compareTo(most) < 0 ? left : most).toMillis();
    int ready;
    try {
      ready = selector.select(_ -> {}, millis);
    } catch (IOException e) {
      throw new NoVerdictException(otherwise, e);
    }
    deadline.check();
    if (ready == 0) {
      throw new NoVerdictException(otherwise);
    }
  }

  private void speak() {
    try {
      channel.write(piece);
    } catch (IOException e) {
      // It may have replied before it hung up; if not, reading will tell.
      hungUp = true;
    }
  }

  private boolean isReplyWhole() throws NoVerdictException {
    int count;
    try {
      count = channel.read(reply);
    } catch (IOException e) {
      throw new NoVerdictException(Reason.CLOSED, e);
    }
    int last = reply.position() - 1;
    for (int i = 0; i < last; i++) {
      if (reply.get(i) == 0) {
        throw new NoVerdictException(Reason.STRANGE);
      }
    }
    if (last >= 0 && reply.get(last) == 0) {
      return true;
    }
    if (count < 0) {
      throw new NoVerdictException(Reason.CLOSED);
    }
    if (!reply.hasRemaining()) {
      throw new NoVerdictException(Reason.STRANGE);
    }
    return false;
  }

  private String text() {
    return new String(reply.array(), 0, reply.position() - 1, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try (selector) {
      channel.close();
    } catch (IOException e) {
      // Nothing was left to be done with it.
    }
  }
}
