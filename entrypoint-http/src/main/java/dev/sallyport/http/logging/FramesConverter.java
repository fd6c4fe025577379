package dev.sallyport.http.logging;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * Writes an exception as the types of its causes with their frames. Messages are left out: those of
 * parsers quote what they could not parse, which here comes from strangers.
 */
public final class FramesConverter extends ThrowableHandlingConverter {
  private static final int MOST_CAUSES = 5;
  private static final int MOST_FRAMES = 40;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    @Nullable IThrowableProxy cause = event.getThrowableProxy();
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      text.append(depth == 0 ? "  " : "  caused by ").append(cause.getClassName()).append('\n');
      StackTraceElementProxy[] frames = cause.getStackTraceElementProxyArray();
      for (int frame = 0; frame < Math.min(frames.length, MOST_FRAMES); frame++) {
        text.append("    ").append(frames[frame].getSTEAsString()).append('\n');
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}
