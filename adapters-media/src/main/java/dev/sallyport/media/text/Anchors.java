package dev.sallyport.media.text;

import org.jspecify.annotations.Nullable;

/**
 * Where rules are asked: each knows something by one byte, by the byte before that and by the byte
 * behind it. Three tables say for every byte which rules it fits in which of the three places, so a
 * place that none of them fits costs three looks and no branch.
 */
final class Anchors {
  private static final ByteSet ANY = ByteSet.except("");
  private static final int[] SELF = new int[256];
  private static final int[] BEFORE = new int[256];
  private static final int[] AFTER = new int[256];
  private static final Rule[] RULES = new Rule[Integer.SIZE];
  private static int count;

  static {
    AssignmentRule assignment = new AssignmentRule();
    AddressRule address = new AddressRule();
    EmailRule email = new EmailRule();
    HomePathRule home = new HomePathRule();
    BotTokenRule bot = new BotTokenRule();
    register("=:", AssignmentRule.BEFORE, ANY, assignment);
    register("%", SecretName.LAST, ByteSet.of("3"), assignment);
    register(".", ByteSet.DIGIT, ByteSet.DIGIT, address);
    register(":", ByteSet.HEX, ByteSet.HEX, address);
    register(":", ANY, ByteSet.of(":"), address);
    register("@", EmailRule.LOCAL_PART, EmailRule.DOMAIN_PART, email);
    register("%", EmailRule.LOCAL_PART, ByteSet.of("4"), email);
    register(":", ByteSet.WORD, ByteSet.of("/"), new CredentialsRule());
    register("/", ANY, ByteSet.of("huUHdD"), home);
    register("\\", ANY, ByteSet.of("huUHdD"), home);
    register("%", ANY, ByteSet.of("25"), home);
    register(":", ByteSet.DIGIT, ByteSet.of("A"), bot);
    register(".", ByteSet.BASE64_URL, BotTokenRule.DISCORD_TIME, bot);
    register("/", ANY, ByteSet.of("sw"), new WebhookRule());
    register("B", ByteSet.of("-"), ByteSet.of("E"), new PrivateKeyRule());
    register("bB", Window.BEFORE_WORD, ByteSet.of("eEaA"), new AuthorizationRule());
    KeyRule key = new KeyRule();
    for (char anchor : KeyRule.ANCHORS.toCharArray()) {
      register(String.valueOf(anchor), KeyRule.before(anchor), ByteSet.BASE64_URL, key);
    }
  }

  private Anchors() {}

  /**
   * Registers a rule; of those that fit a place, the first registered is asked first.
   *
   * @param self the bytes by which it knows something
   * @param before what may stand before that, a line feed standing for the beginning
   * @param after what may stand behind it, a line feed standing for the end
   */
  private static void register(String self, ByteSet before, ByteSet after, Rule rule) {
    ByteSet anchors = ByteSet.of(self);
    int bit = 1 << count;
    RULES[count++] = rule;
    for (int value = 0; value < 256; value++) {
      SELF[value] |= anchors.has((byte) value) ? bit : 0;
      BEFORE[value] |= before.has((byte) value) ? bit : 0;
      AFTER[value] |= after.has((byte) value) ? bit : 0;
    }
  }

  /** Returns the first place from here that fits a rule, or the limit. */
  static int next(Window window, int from, int limit) {
    if (from >= limit) {
      return limit;
    }
    byte[] bytes = window.bytes;
    int last = window.before(from) & 0xff;
    int here = bytes[from] & 0xff;
    for (int i = from; i < limit; i++) {
      int next = bytes[i + 1] & 0xff;
      if ((SELF[here] & BEFORE[last] & AFTER[next]) != 0) {
        return i;
      }
      last = here;
      here = next;
    }
    return limit;
  }

  /** Returns what the first rule finds that finds something at this place, or null. */
  static Rule.@Nullable Match firstMatch(Window window, int place) {
    int fitting =
        SELF[window.bytes[place] & 0xff]
            & BEFORE[window.before(place) & 0xff]
            & AFTER[window.bytes[place + 1] & 0xff];
    for (int rules = fitting; rules != 0; rules &= rules - 1) {
      Rule.Match match = RULES[Integer.numberOfTrailingZeros(rules)].match(window, place);
      if (match != null) {
        return match;
      }
    }
    return null;
  }
}
