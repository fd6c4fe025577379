package dev.sallyport.contract.sanitization;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks clamd's protocol on a port of the loopback address and does what a test tells it, wrong
 * things included. It knows one piece of malware, which it finds anywhere.
 */
public final class ScriptedClamd implements AutoCloseable {
  private final ServerSocket socket;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final Thread accepting;
  private volatile Script script;

  private ScriptedClamd(ServerSocket socket, Script script) {
    this.socket = socket;
    this.script = script;
    accepting = Thread.ofVirtual().unstarted(this::accept);
  }

  /** What to do with one connection, which is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    /** Does it. */
    void serve(Visit visit) throws IOException;
  }

  /** Starts one that scans as clamd does, on any free port. */
  public static ScriptedClamd start(String malware) {
    return start(malware, 0);
  }

  /** Starts one that scans as clamd does, on that port. */
  public static ScriptedClamd start(String malware, int port) {
    return start(port, visit -> visit.scan(malware));
  }

  /** Starts one that does as it is told, on that port, or on any with 0. */
  public static ScriptedClamd start(int port, Script script) {
    try {
      ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      ScriptedClamd started = new ScriptedClamd(socket, script);
      started.accepting.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Makes it do that with every connection from now on. */
  public void follow(Script next) {
    script = next;
  }

  /** Stops listening and cuts every connection. */
  @Override
  public void close() {
    try {
      socket.close();
      // The system goes on listening until nobody waits for a connection any more.
      if (!accepting.join(Duration.ofSeconds(10))) {
        throw new IllegalStateException("it still listens");
      }
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The test has ended it.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      script.serve(new Visit(connection));
    } catch (IOException gone) {
      // The other side, or the test, has hung up.
    } finally {
      connections.remove(connection);
    }
  }

  /** One connection. */
  public static final class Visit {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private Visit(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    /** Does what clamd does: answers PING, and scans what INSTREAM brings. */
    public void scan(String malware) throws IOException {
      if (command().equals("zPING")) {
        say("PONG\0");
      } else {
        say(text().contains(malware) ? "stream: Test.Malware FOUND\0" : "stream: OK\0");
      }
    }

    /** Returns the command, with its z and without its NUL. */
    public String command() throws IOException {
      StringBuilder command = new StringBuilder();
      for (int b = in.readUnsignedByte(); b != 0; b = in.readUnsignedByte()) {
        command.append((char) b);
      }
      return command.toString();
    }

    /** Reads all chunks; each byte is a character of the text. */
    public String text() throws IOException {
      StringBuilder text = new StringBuilder();
      for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
        text.append(new String(chunk, StandardCharsets.ISO_8859_1));
      }
      return text.toString();
    }

    /** Reads one chunk; the last one has no bytes. */
    public byte[] chunk() throws IOException {
      int length = in.readInt();
      byte[] chunk = in.readNBytes(length);
      if (chunk.length < length) {
        throw new EOFException();
      }
      return chunk;
    }

    /** Sends exactly this; every reply of clamd to a command with a z ends with NUL. */
    public void say(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Reads and drops everything until the other side hangs up. */
    public void listen() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    /** Ends the connection rudely: what was sent and not read becomes a reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
