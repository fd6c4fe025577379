package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of chat robots, known by their parts: of Telegram a number, a colon and 35 characters (<a
 * href="https://core.telegram.org/bots/api#authorizing-your-bot">Telegram</a>), of Discord three
 * parts with dots between (<a
 * href="https://docs.discord.com/developers/reference#authentication">Discord</a>).
 */
final class BotTokenRule implements Rule {
  /** How the second part of Discord's begins, which is a time after 2011 in base64. */
  static final ByteSet DISCORD_TIME = ByteSet.of("B-JV-Z");

  private static final int LEAST_NUMBER = 6;
  private static final int LONGEST_NUMBER = 12;
  private static final int TELEGRAM = 35;
  private static final int LEAST_FIRST = 23;
  private static final int LONGEST_FIRST = 30;
  private static final int SECOND = 6;
  private static final int THIRD = 27;

  @Override
  public @Nullable Match match(Window window, int place) {
    return window.at(place) == ':' ? telegram(window, place) : discord(window, place);
  }

  private static @Nullable Match telegram(Window window, int colon) {
    int least = window.backFrom(colon, LONGEST_NUMBER);
    int from = window.runStart(colon, least, ByteSet.DIGIT);
    int end = window.runEnd(colon + 1, window.horizon(colon), ByteSet.BASE64_URL);
    return colon - from >= LEAST_NUMBER && end - colon > TELEGRAM ? match(from, end) : null;
  }

  private static @Nullable Match discord(Window window, int dot) {
    int second = dot + 1;
    int third = second + SECOND + 1;
    if (window.at(third - 1) != '.'
        || window.runEnd(second, third, ByteSet.BASE64_URL) != third - 1) {
      return null;
    }
    int least = window.backFrom(dot, LONGEST_FIRST);
    int from = window.runStart(dot, least, ByteSet.BASE64_URL);
    int end = window.runEnd(third, window.horizon(dot), ByteSet.BASE64_URL);
    return dot - from >= LEAST_FIRST && end - third >= THIRD ? match(from, end) : null;
  }

  private static Match match(int from, int end) {
    return new Match(from, end, Removal.Kind.ACCESS_KEY, Tail.run(ByteSet.BASE64_URL));
  }
}
