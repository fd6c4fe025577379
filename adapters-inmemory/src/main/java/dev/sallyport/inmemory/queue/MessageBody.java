package dev.sallyport.inmemory.queue;

import dev.sallyport.application.queue.port.MessageQueue;

/** Refuses a body that SQS would refuse. */
final class MessageBody {
  private MessageBody() {}

  /** Measures and checks in one pass that stops at the limit. */
  static void check(String body) {
    long bytes = 0;
    for (int i = 0; i < body.length() && bytes <= MessageQueue.MAX_BODY_BYTES; ) {
      int c = body.codePointAt(i);
      if (!isAllowed(c)) {
        throw new IllegalArgumentException("the body has a character that queues do not take");
      }
      bytes += utf8Length(c);
      i += Character.charCount(c);
    }
    if (bytes == 0 || bytes > MessageQueue.MAX_BODY_BYTES) {
      throw new IllegalArgumentException("a body has 1 byte to 256 KiB");
    }
  }

  private static boolean isAllowed(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && !surrogate && c != 0xfffe && c != 0xffff);
  }

  private static int utf8Length(int c) {
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }
}
