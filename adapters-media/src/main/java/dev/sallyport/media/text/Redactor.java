package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.RemovalTally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets and personal data by words such as {@code [redacted:email]}, counting each.
 *
 * <p>Rules are asked where they know something ({@link Anchors}), such as at the first dot of an
 * address, from left to right; what was replaced is not looked at again. Doing it again changes
 * nothing: rules see the end of a replacement as the beginning of a text, and its beginning as the
 * middle of a token. Holds 64 KiB, whatever the text.
 */
final class Redactor implements TextStage {
  private static final int CAPACITY = 1 << 16;
  private static final Map<Removal.Kind, byte[]> REPLACEMENTS = new EnumMap<>(Removal.Kind.class);

  static {
    for (Removal.Kind kind : Removal.Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      REPLACEMENTS.put(kind, ("[redacted:" + name + "]").getBytes(StandardCharsets.US_ASCII));
    }
  }

  private final TextStage next;
  private final RemovalTally removed;
  private final Window window = new Window(CAPACITY);
  private int passed;
  private int at;
  private @Nullable Tail tail;

  Redactor(TextStage next, RemovalTally removed) {
    this.next = next;
    this.removed = removed;
  }

  /** Returns what stands in the place of something of this kind. */
  static byte[] replacement(Removal.Kind kind) {
    byte[] bytes = REPLACEMENTS.get(kind);
    if (bytes == null) {
      throw new IllegalStateException("every kind has a replacement");
    }
    return bytes;
  }

  @Override
  public void accept(byte[] bytes, int from, int to) throws IOException {
    for (int done = from; done < to; ) {
      int count = Math.min(to - done, window.room());
      window.append(bytes, done, count);
      done += count;
      if (window.room() == 0) {
        scan(window.end() - Window.LOOK_AHEAD, false);
        pass(at - Window.LOOK_BACK);
        int keep = Math.max(0, at - Window.LOOK_BACK);
        window.dropBefore(keep);
        passed -= keep;
        at -= keep;
      }
    }
  }

  @Override
  public void finish() throws IOException {
    scan(window.end(), true);
    pass(window.end());
    window.clear();
    passed = 0;
    at = 0;
    tail = null;
    next.finish();
  }

  private void scan(int limit, boolean isLast) throws IOException {
    while (at < limit) {
      if (tail != null) {
        swallow(tail, limit, isLast);
        continue;
      }
      at = Anchors.next(window, at, limit);
      if (at < limit) {
        Rule.Match match = Anchors.firstMatch(window, at);
        if (match == null) {
          at++;
        } else {
          replace(match);
        }
      }
    }
  }

  private void replace(Rule.Match match) throws IOException {
    pass(match.from());
    removed.add(match.kind());
    byte[] words = replacement(match.kind());
    next.accept(words, 0, words.length);
    at = match.to();
    passed = at;
    window.replacedBefore(at);
    tail = match.tail();
  }

  private void swallow(Tail open, int limit, boolean isLast) {
    at = open.swallow(window, at, limit, isLast);
    passed = at;
    window.replacedBefore(at);
    if (open.hasEnded()) {
      tail = null;
    }
  }

  private void pass(int to) throws IOException {
    if (to > passed) {
      next.accept(window.bytes, passed, to);
      passed = to;
    }
  }
}
