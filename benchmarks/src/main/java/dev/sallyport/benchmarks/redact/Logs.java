package dev.sallyport.benchmarks.redact;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A log as support teams get them: lines of a game, lines of a web server, JSON lines and stack
 * traces; about one line in six holds something to redact. The same in each run; all names and keys
 * are made up.
 */
final class Logs {
  private static final List<String> PLAIN =
      List.of(
          "%1$s INFO  [render-%2$d] frame %3$d took %4$d.%2$d ms, %4$d draw calls, 0 stalls",
          "%1$s DEBUG [net] packet %3$d acknowledged after %4$d ms (window=%2$d, lost=0)",
          "%1$s INFO  [assets] loaded textures/world/harbour_%4$d.dds (%3$d KiB) in %2$d ms",
          "%1$s WARN  [audio] buffer underrun on device 'Speakers (USB)', recovered in %4$d us",
          "%1$s TRACE [physics] step %3$d: 4 islands, %2$d bodies, %4$d contacts, t=0.0166",
          "%1$s INFO  [match] player %3$d joined team red; score 12:%2$d, map=harbour_night",
          "%1$s ERROR [io] could not open 'saves/slot%2$d.dat': No such file or directory (2)",
          "\tat com.example.game.net.Session$Handler.dispatch(Session.java:%4$d)"
              + " ~[game-1.4.%2$d.jar:?]",
          "\tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:%4$d)",
          "Caused by: java.io.IOException: connection reset by peer after %3$d bytes",
          "{\"ts\":\"%1$s\",\"level\":\"info\",\"logger\":\"shop.cart\",\"msg\":\"item"
              + " added\",\"item\":%3$d,\"count\":%2$d}",
          "{\"ts\":\"%1$s\",\"level\":\"debug\",\"msg\":\"cache"
              + " hit\",\"ratio\":0.%4$d,\"shard\":\"eu-%2$d\"}");

  private static final List<String> SENSITIVE =
      List.of(
          "%1$s INFO  [login] player%3$d@example.org signed in from 203.0.113.%2$d",
          "203.0.113.%2$d - - [%1$s] \"GET /shop/items/%3$d?page=%4$d HTTP/1.1\" 200 %4$d \"-\""
              + " \"Mozilla/5.0\"",
          "%1$s DEBUG [http] GET https://api.example.org/v1/me?access_token=%5$s -> 200 in %2$d ms",
          "%1$s DEBUG [http] > Authorization: Bearer %5$s%5$s",
          "%1$s INFO  [config] reading /home/player%2$d/.config/game/settings.ini",
          "%1$s INFO  [config] reading C:\\Users\\player%2$d\\AppData\\Local\\Game\\user.cfg",
          "{\"ts\":\"%1$s\",\"level\":\"warn\",\"msg\":\"slow"
              + " peer\",\"peer\":\"2001:db8::%2$d:1\",\"ms\":%4$d}",
          "%1$s DEBUG [http] < Set-Cookie: session=%5$s; Path=/; HttpOnly");

  private static final int ONE_IN = 6;
  private static final int LINE = 300;

  private Logs() {}

  /** Returns whole lines, at least so many bytes. */
  static byte[] generate(long seed, int size) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(size + LINE);
    for (int millis = 0; text.length() < size; millis += random.nextInt(40)) {
      List<String> lines = random.nextInt(ONE_IN) == 0 ? SENSITIVE : PLAIN;
      text.append(
          String.format(
              Locale.ROOT,
              lines.get(random.nextInt(lines.size())),
              time(millis),
              random.nextInt(250),
              random.nextInt(100_000),
              100 + random.nextInt(900),
              Long.toHexString(random.nextLong() | Long.MIN_VALUE)));
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String time(int millis) {
    int seconds = millis / 1000;
    return String.format(
        Locale.ROOT,
        "2026-11-21T%02d:%02d:%02d.%03dZ",
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60,
        millis % 1000);
  }
}
