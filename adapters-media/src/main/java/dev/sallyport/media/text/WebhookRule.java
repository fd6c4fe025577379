package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Addresses to which anybody may post who knows them: incoming webhooks of Slack (<a
 * href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Slack</a>) and
 * Discord. What follows {@code /services/} or {@code /webhooks/} goes.
 */
final class WebhookRule implements Rule {
  private static final byte[] SLACK = "/services/T".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DISCORD = "/webhooks/".getBytes(StandardCharsets.US_ASCII);
  private static final ByteSet PATH = ByteSet.of("0-9a-zA-Z_/-");
  private static final int LEAST = 30;

  @Override
  public @Nullable Match match(Window window, int place) {
    int from =
        window.startsWith(place, SLACK)
            ? place + SLACK.length - 1
            : window.startsWith(place, DISCORD) ? place + DISCORD.length : -1;
    if (from < 0) {
      return null;
    }
    int end = window.runEnd(from, window.horizon(place), PATH);
    return end - from >= LEAST
        ? new Match(from, end, Removal.Kind.ACCESS_KEY, Tail.run(PATH))
        : null;
  }
}
