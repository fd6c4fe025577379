package dev.sallyport.clamd;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a clamd listens: its {@code TCPSocket} or its {@code LocalSocket}. */
public sealed interface ClamdAddress {
  /**
   * A port of a host.
   *
   * @param host name or address, without brackets; a name is looked up for each scan, because a
   *     daemon that was started anew may be elsewhere
   * @param port from 1 to 65535
   */
  record Tcp(String host, int port) implements ClamdAddress {
    private static final Pattern GRAMMAR =
        Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]):([0-9]{1,5})");

    /** Rejects what nobody can listen on. */
    public Tcp {
      if (host.isBlank() || port < 1 || port > 65_535) {
        throw new IllegalArgumentException("a host and a port from 1 to 65535 are needed");
      }
    }

    private static Tcp parse(String text) {
      Matcher parts = GRAMMAR.matcher(text);
      if (!parts.matches()) {
        throw new IllegalArgumentException("neither host:port nor unix:/path");
      }
      String host = parts.group(1);
      boolean bracketed = host.startsWith("[");
      return new Tcp(
          bracketed ? host.substring(1, host.length() - 1) : host,
          Integer.parseInt(parts.group(2)));
    }
  }

  /**
   * A socket in the file system of this machine.
   *
   * @param path absolute, because a daemon and this process seldom share a working folder
   */
  record Unix(Path path) implements ClamdAddress {
    /** Rejects a relative path. */
    public Unix {
      if (!path.isAbsolute()) {
        throw new IllegalArgumentException("the path of a socket begins with a slash");
      }
    }

    private static Unix parse(String path) {
      try {
        return new Unix(Path.of(path));
      } catch (InvalidPathException e) {
        throw new IllegalArgumentException("not the path of a socket", e);
      }
    }
  }

  /**
   * Reads {@code host:port}, {@code [address]:port} or {@code unix:/path}.
   *
   * @throws IllegalArgumentException when it is none of them; the message quotes nothing
   */
  static ClamdAddress parse(String text) {
    return text.startsWith("unix:")
        ? Unix.parse(text.substring("unix:".length()))
        : Tcp.parse(text);
  }
}
