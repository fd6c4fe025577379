package dev.sallyport.http;

import java.time.Duration;

/**
 * What one connection may cost. They hold before anything of a request is understood.
 *
 * @param headerBytes most bytes of the request line and all headers together
 * @param headerCount most header fields
 * @param parameterCount most query parameters
 * @param headerTime how long a client may take to send a request's head
 * @param bodyTime how long it may take to send a body that is read whole; uploads into the store
 *     are bounded by {@code idleTime} and {@code slowestUpload} only, because their size differs so
 *     much
 * @param idleTime how long nothing at all may happen on a connection
 * @param slowestUpload least bytes a second of any body, averaged since its first byte
 * @param connections most open connections
 */
public record ServerLimits(
    int headerBytes,
    int headerCount,
    int parameterCount,
    Duration headerTime,
    Duration bodyTime,
    Duration idleTime,
    int slowestUpload,
    int connections) {
  /** Rejects limits that nobody could keep. */
  public ServerLimits {
    if (headerBytes < 1024 || headerCount < 16 || parameterCount < 1 || connections < 1) {
      throw new IllegalArgumentException("a server limit is too small");
    }
    if (!headerTime.isPositive() || !bodyTime.isPositive() || !idleTime.isPositive()) {
      throw new IllegalArgumentException("a server's time limits are positive");
    }
    if (slowestUpload < 0) {
      throw new IllegalArgumentException("a data rate is not negative");
    }
  }

  /**
   * Returns what serves browsers and game clients well: heads of 16 KiB and 64 fields (nginx and
   * Apache allow 8 KiB a line) within 10 s, bodies within 20 s, 30 s of silence, 1 KiB a second,
   * 4,096 connections.
   */
  public static ServerLimits defaults() {
    return new ServerLimits(
        16 * 1024,
        64,
        64,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        1024,
        4096);
  }
}
