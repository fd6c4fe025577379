package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that are known by how they begin: JSON Web Tokens and the keys of well-known services.
 *
 * <p>A token goes to its end, however long it is. The shapes are those that the services publish
 * for secret scanning (<a
 * href="https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns">GitHub's
 * list</a>).
 */
final class KeyRule implements Rule {
  private static final ByteSet LETTERS_DIGITS = ByteSet.of("0-9a-zA-Z");
  private static final ByteSet CAPITALS_DIGITS = ByteSet.of("0-9A-Z");
  private static final ByteSet WITH_DASH = ByteSet.of("0-9a-zA-Z-");
  private static final ByteSet WITH_DOT = ByteSet.of("0-9a-zA-Z_.-");

  /** The bytes by which shapes are known: the first of these in each. */
  static final String ANCHORS = "_.IJK-";

  private static final ByteSet ANCHOR = ByteSet.of(ANCHORS);
  private static final List<Shape> SHAPES =
      List.of(
          new Shape("AKIA", CAPITALS_DIGITS, 16),
          new Shape("ASIA", CAPITALS_DIGITS, 16),
          new Shape("AIza", ByteSet.BASE64_URL, 35),
          new Shape("ghp_", LETTERS_DIGITS, 30),
          new Shape("gho_", LETTERS_DIGITS, 30),
          new Shape("ghu_", LETTERS_DIGITS, 30),
          new Shape("ghs_", LETTERS_DIGITS, 30),
          new Shape("ghr_", LETTERS_DIGITS, 30),
          new Shape("github_pat_", ByteSet.WORD, 22),
          new Shape("glpat-", ByteSet.BASE64_URL, 20),
          new Shape("xoxa-", WITH_DASH, 10),
          new Shape("xoxb-", WITH_DASH, 10),
          new Shape("xoxe-", WITH_DASH, 10),
          new Shape("xoxp-", WITH_DASH, 10),
          new Shape("xoxr-", WITH_DASH, 10),
          new Shape("xoxs-", WITH_DASH, 10),
          new Shape("xapp-", WITH_DASH, 10),
          new Shape("sk_live_", LETTERS_DIGITS, 10),
          new Shape("sk_test_", LETTERS_DIGITS, 10),
          new Shape("rk_live_", LETTERS_DIGITS, 10),
          new Shape("rk_test_", LETTERS_DIGITS, 10),
          new Shape("sk-", ByteSet.BASE64_URL, 32),
          new Shape("SG.", WITH_DOT, 40),
          new Shape("npm_", LETTERS_DIGITS, 36),
          new Shape("pypi-", ByteSet.BASE64_URL, 50),
          new Shape("hf_", LETTERS_DIGITS, 30),
          new Shape("ya29.", ByteSet.BASE64_URL, 20),
          new Shape("GOCSPX-", ByteSet.BASE64_URL, 28),
          new Shape("xoxc-", WITH_DASH, 10),
          new Shape("xoxd-", ByteSet.of("0-9a-zA-Z%_+/=-"), 10),
          new Shape("whsec_", ByteSet.of("0-9a-zA-Z+/="), 24),
          new Shape("SK", ByteSet.HEX, 32),
          new Shape("key-", ByteSet.HEX, 32),
          new Shape("gldt-", ByteSet.BASE64_URL, 20),
          new Shape("glrt-", ByteSet.BASE64_URL, 20),
          new Shape("glptt-", ByteSet.BASE64_URL, 20),
          new Shape("glcbt-", ByteSet.BASE64_URL, 20),
          new Shape("dop_v1_", ByteSet.HEX, 64),
          new Shape("shpat_", ByteSet.HEX, 32),
          new Shape("shpss_", ByteSet.HEX, 32),
          new Shape("shppa_", ByteSet.HEX, 32),
          new Shape("xkeysib-", WITH_DASH, 64),
          new Shape("dckr_pat_", ByteSet.BASE64_URL, 27),
          new Shape("hvs.", ByteSet.BASE64_URL, 24),
          new Shape("gsk_", LETTERS_DIGITS, 40),
          new Shape("xai-", LETTERS_DIGITS, 40));

  private static final byte[] JWT = bytes("eyJ");
  private static final int JWT_HEADER = 10;
  private static final Shape[][] BY_BYTE_BEFORE_ANCHOR = new Shape[256][];

  static {
    for (int before = 0; before < BY_BYTE_BEFORE_ANCHOR.length; before++) {
      List<Shape> shapes = new ArrayList<>();
      for (Shape shape : SHAPES) {
        if (shape.prefix[shape.anchor - 1] == before) {
          shapes.add(shape);
        }
      }
      BY_BYTE_BEFORE_ANCHOR[before] = shapes.toArray(Shape[]::new);
    }
  }

  /** Returns what may stand before an anchor of a shape, or before the J of a JSON Web Token. */
  static ByteSet before(char anchor) {
    StringBuilder before = new StringBuilder(anchor == 'J' ? "y" : "");
    for (Shape shape : SHAPES) {
      if (shape.prefix[shape.anchor] == anchor) {
        before.append((char) shape.prefix[shape.anchor - 1]);
      }
    }
    return ByteSet.of(before.toString());
  }

  @Override
  public @Nullable Match match(Window window, int place) {
    if (window.at(place) == 'J') {
      return jwt(window, place - JWT.length + 1);
    }
    for (Shape shape : BY_BYTE_BEFORE_ANCHOR[window.before(place) & 0xff]) {
      int begin = place - shape.anchor;
      if (begins(window, begin, shape.prefix)) {
        int from = begin + shape.prefix.length;
        int end = window.runEnd(from, window.horizon(begin), shape.characters);
        if (end - from >= shape.least) {
          return new Match(begin, end, Removal.Kind.ACCESS_KEY, Tail.run(shape.characters));
        }
      }
    }
    return null;
  }

  private static boolean begins(Window window, int place, byte[] prefix) {
    return place >= window.backFrom(place, 0)
        && window.startsWith(place, prefix)
        && window.wordMayBegin(place);
  }

  /** A header of base64url that begins as JSON does, a dot, and more; or a header beyond sight. */
  private static @Nullable Match jwt(Window window, int place) {
    if (!begins(window, place, JWT)) {
      return null;
    }
    int horizon = window.horizon(place);
    int header = window.runEnd(place, horizon, ByteSet.BASE64_URL);
    boolean beyondSight = header - place == Window.LOOK_AHEAD;
    boolean goesOn =
        header - place >= JWT.length + JWT_HEADER
            && window.at(header) == '.'
            && ByteSet.BASE64_URL.has(window.at(header + 1));
    return beyondSight || goesOn
        ? new Match(place, header, Removal.Kind.JWT, Tail.run(WITH_DOT))
        : null;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A prefix and at least so many of these characters; found by its first anchor byte. */
  private static final class Shape {
    private final byte[] prefix;
    private final int anchor;
    private final ByteSet characters;
    private final int least;

    Shape(String prefix, ByteSet characters, int least) {
      this.prefix = bytes(prefix);
      int first = 1;
      while (!ANCHOR.has(this.prefix[first])) {
        first++;
      }
      anchor = first;
      this.characters = characters;
      this.least = least;
    }
  }
}
