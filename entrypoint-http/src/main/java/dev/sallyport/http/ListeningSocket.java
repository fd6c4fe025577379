package dev.sallyport.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/**
 * A socket that is bound and queues connections although nobody takes them yet. So the port is
 * known before the parts are made that have to tell it to clients, and nobody else can take it
 * meanwhile.
 */
public final class ListeningSocket implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final ServerSocketChannel channel;

  private ListeningSocket(ServerSocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Binds.
   *
   * @param port 0 for any free one
   * @throws IOException when the port is taken or not allowed
   */
  public static ListeningSocket bind(InetAddress host, int port) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(new InetSocketAddress(host, port), BACKLOG);
      return new ListeningSocket(channel);
    } catch (IOException taken) {
      channel.close();
      throw new IOException("cannot listen on port " + port + ": " + taken.getMessage(), taken);
    }
  }

  /** Returns the port that it is bound to. */
  public int port() {
    return channel.socket().getLocalPort();
  }

  ServerSocketChannel channel() {
    return channel;
  }

  /** Gives the port back; fine when a server that used it has done so already. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
