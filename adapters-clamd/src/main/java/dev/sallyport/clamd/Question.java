package dev.sallyport.clamd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What is said to clamd, piece by piece, so that little of it is in memory at once. */
interface Question {
  /**
   * Writes the next piece into a buffer with an array, from position 0, and flips it; may only be
   * called until it {@link #isOver}.
   *
   * @throws IOException when what is to be said cannot be read
   */
  void next(ByteBuffer buffer) throws IOException;

  /** Tells whether the last piece was handed out. */
  boolean isOver();

  /** Returns a question of one piece, ended as commands that begin with a z are. */
  static Question of(String command) {
    return new Question() {
      private boolean over;

      @Override
      public void next(ByteBuffer buffer) {
        buffer.clear().put(command(command)).flip();
        over = true;
      }

      @Override
      public boolean isOver() {
        return over;
      }
    };
  }

  /** Returns the bytes of a command: {@code z}, its name, and NUL. */
  static byte[] command(String name) {
    return ("z" + name + "\0").getBytes(StandardCharsets.US_ASCII);
  }
}
