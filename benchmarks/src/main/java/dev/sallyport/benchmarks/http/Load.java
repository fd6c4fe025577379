package dev.sallyport.benchmarks.http;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Sends one request again and again over a fixed number of kept connections, each of which waits
 * for its answer before it asks again (a closed loop). One thread, so that it takes as little as
 * can be of the machine that it shares with the server.
 */
final class Load {
  private static final int READ_BUFFER = 64 * 1024;
  private static final long LONGEST_LATENCY_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int DIGITS = 3;
  private static final long SELECT_MILLIS = 100;

  private final byte[] request;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BUFFER);
  private final Histogram latencies = new Histogram(LONGEST_LATENCY_NANOS, DIGITS);

  private Load(byte[] request) {
    this.request = request;
  }

  /**
   * What was seen.
   *
   * @param perSecond answers a second
   * @param latencies from the first byte sent to the last byte read, in nanoseconds
   */
  record Seen(double perSecond, Histogram latencies) {}

  private static final class Connection {
    private final ResponseReader reader = new ResponseReader();
    private final ByteBuffer out;
    private long sentAt;

    Connection(byte[] request) {
      out = ByteBuffer.wrap(request);
    }
  }

  /**
   * Drives the server for so long.
   *
   * @throws BenchmarkFailedException when it answers anything but 200 or hangs up
   */
  static Seen drive(URI server, byte[] request, int connections, Duration time) {
    try {
      return new Load(request).drive(server, connections, time);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new BenchmarkFailedException("a server could not be loaded", e);
    }
  }

  private Seen drive(URI server, int connections, Duration time) throws IOException {
    List<SocketChannel> channels = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channels.add(channel);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Connection(request));
      }
      long begin = System.nanoTime();
      for (SelectionKey key : selector.keys()) {
        ask(key);
      }
      long end = begin + time.toNanos();
      while (System.nanoTime() < end) {
        selector.select(this::ready, SELECT_MILLIS);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      return new Seen(latencies.getTotalCount() / seconds, latencies);
    } finally {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    }
  }

  private void ask(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    connection.out.rewind();
    connection.sentAt = System.nanoTime();
    send(key, connection);
  }

  /** What the socket does not take at once is sent when it takes more. */
  private void send(SelectionKey key, Connection connection) {
    try {
      ((SocketChannel) key.channel()).write(connection.out);
      key.interestOps(connection.out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    } catch (IOException e) {
      throw new UncheckedIOException("a request could not be sent", e);
    }
  }

  private void ready(SelectionKey key) {
    Connection connection = (Connection) key.attachment();
    if (key.isWritable()) {
      send(key, connection);
    } else if (receive(key, connection)) {
      latencies.recordValue(Math.min(System.nanoTime() - connection.sentAt, LONGEST_LATENCY_NANOS));
      ask(key);
    }
  }

  /** Returns whether the whole answer is there. */
  private boolean receive(SelectionKey key, Connection connection) {
    buffer.clear();
    try {
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        throw new IllegalStateException("the server hung up");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an answer could not be read", e);
    }
    if (!connection.reader.read(buffer.flip())) {
      return false;
    }
    if (connection.reader.status() != 200 || buffer.hasRemaining()) {
      throw new IllegalStateException("the server answered " + connection.reader.status());
    }
    return true;
  }
}
