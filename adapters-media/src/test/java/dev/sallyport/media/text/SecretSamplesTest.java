package dev.sallyport.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.RemovalTally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One made-up secret of each shape in a line around it. Keys are put together here, so that nobody
 * who searches sources for keys takes them for real ones.
 */
class SecretSamplesTest {
  private static final String ABC = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789";
  private static final String HEX = "0123456789abcdef";

  /**
   * A line with a secret.
   *
   * @param kind what it is
   * @param before what stays before it
   * @param secret what goes
   * @param after what stays behind it
   */
  record Sample(Removal.Kind kind, String before, String secret, String after) {
    String text() {
      return before + secret + after;
    }

    String redacted() {
      String words = new String(Redactor.replacement(kind), StandardCharsets.US_ASCII);
      return before + words + after;
    }
  }

  static Stream<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (String key :
        List.of(
            "AK" + "IAIOSFODNN7EXAMPLE",
            "AS" + "IAIOSFODNN7EXAMPLE",
            "AI" + "za" + ABC.substring(0, 35),
            "ya29" + "." + ABC,
            "GOC" + "SPX-" + ABC.substring(0, 28),
            "gh" + "p_" + ABC,
            "gh" + "s_" + ABC,
            "github" + "_pat_" + ABC.substring(0, 22) + "_" + ABC,
            "gl" + "pat-" + ABC.substring(0, 20),
            "xox" + "b-123456789012-" + ABC.substring(0, 24),
            "xa" + "pp-1-A0123-" + HEX,
            "sk" + "_live_" + ABC.substring(0, 24),
            "rk" + "_test_" + ABC.substring(0, 24),
            "wh" + "sec_" + ABC,
            "sk" + "-proj-" + ABC,
            "sk" + "-ant-api03-" + ABC,
            "np" + "m_" + ABC,
            "py" + "pi-" + ABC + ABC,
            "S" + "G." + ABC.substring(0, 22) + "." + ABC,
            "S" + "K" + HEX + HEX,
            "h" + "f_" + ABC,
            "hv" + "s." + ABC,
            "shp" + "at_" + HEX + HEX,
            "dop" + "_v1_" + HEX + HEX + HEX + HEX,
            "M" + ABC.substring(0, 23) + ".GabcdE." + ABC,
            "123456789:" + "AA" + ABC.substring(0, 33))) {
      samples.add(new Sample(Removal.Kind.ACCESS_KEY, "found ", key, " in a line"));
      samples.add(new Sample(Removal.Kind.ACCESS_KEY, "{\"k\":\"", key, "\"}"));
      samples.add(new Sample(Removal.Kind.ACCESS_KEY, "a%3D", key, ""));
    }
    samples.addAll(others());
    return samples.stream()
        .filter(s ->
            !(s.before().equals("a%3D")
                && (s.secret().startsWith("1") || s.secret().startsWith("M"))));
  }

  private static List<Sample> others() {
    return List.of(
        new Sample(Removal.Kind.ACCESS_KEY, "postgres://", "app:pa$$w@rd", "@localhost:5432/db"),
        new Sample(Removal.Kind.ACCESS_KEY, "x redis://", ":hunter2", "@cache/0 y"),
        new Sample(Removal.Kind.ACCESS_KEY, "https://", "bob@x.org:pw", "@example.com/x"),
        new Sample(Removal.Kind.ACCESS_KEY, ";AccountKey=", ABC + "==", ";EndpointSuffix=x"),
        new Sample(Removal.Kind.ACCESS_KEY, ";SharedAccessKey=", ABC + "=", ";x"),
        new Sample(Removal.Kind.ACCESS_KEY, "aws_secret_access_key = ", ABC + "/+Ab", " x"),
        new Sample(
            Removal.Kind.ACCESS_KEY,
            "https://hooks.slack.com/services/",
            "T00000000/B00000000/" + ABC.substring(0, 24),
            " x"),
        new Sample(
            Removal.Kind.ACCESS_KEY,
            "https://discord.com/api/webhooks/",
            "123456789012345678/" + ABC + ABC,
            "?wait=true"),
        new Sample(
            Removal.Kind.ACCESS_KEY,
            "https://api.telegram.org/bot",
            "123456789:" + "AA" + ABC.substring(0, 33),
            "/sendMessage"),
        new Sample(Removal.Kind.BEARER_TOKEN, "Authorization: Bearer ", ABC, " x"),
        new Sample(
            Removal.Kind.JWT, "t ", "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxIn0.c2lnbmF0dXJl", " x"),
        new Sample(
            Removal.Kind.PRIVATE_KEY,
            "a\n",
            "-----BEGIN " + "OPENSSH PRIVATE KEY-----\nb3Blbn\n-----END OPENSSH PRIVATE KEY-----",
            "\nb"),
        new Sample(
            Removal.Kind.PRIVATE_KEY,
            "a ",
            "-----BEGIN "
                + "PGP PRIVATE KEY BLOCK-----\n\nlQOYB\n=ab\n-----END PGP PRIVATE KEY BLOCK-----",
            " b"),
        new Sample(Removal.Kind.EMAIL, "of ", "bob.smith+x@mail.example.co.uk", ", ok"),
        new Sample(Removal.Kind.EMAIL, "of ", "bob%40example.com", "&x"),
        new Sample(Removal.Kind.EMAIL, "of ", "josé@example.com", " x"),
        new Sample(Removal.Kind.EMAIL, "of ", "bob@bücher.example", " x"),
        new Sample(Removal.Kind.IPV4, "from ", "203.0.113.9", ":80"),
        new Sample(Removal.Kind.IPV6, "from [", "2001:db8::9:1", "]:80"),
        new Sample(Removal.Kind.HOME_PATH, "open /home/", "alice", "/x"),
        new Sample(Removal.Kind.HOME_PATH, "open file:///home/", "alice", "/x"),
        new Sample(Removal.Kind.HOME_PATH, "open /Users/", "alice", "/Library"),
        new Sample(Removal.Kind.HOME_PATH, "open C:\\Users\\", "John Doe", "\\AppData"),
        new Sample(Removal.Kind.HOME_PATH, "open file:///C:/users/", "John%20Doe", "/x"),
        new Sample(Removal.Kind.HOME_PATH, "open /mnt/c/users/", "alice", "/x"),
        new Sample(Removal.Kind.HOME_PATH, "\\\\wsl$\\Ubuntu\\home\\", "alice", "\\x"),
        new Sample(Removal.Kind.HOME_PATH, "\\\\server\\Users\\", "alice", "\\x"),
        new Sample(Removal.Kind.HOME_PATH, "C:\\Documents and Settings\\", "alice", "\\x"),
        new Sample(Removal.Kind.HOME_PATH, "p=%2Fhome%2F", "alice", "%2Fx"),
        new Sample(Removal.Kind.HOME_PATH, "p=C%3A%5CUsers%5c", "alice", "%5Cx"),
        new Sample(Removal.Kind.COOKIE, "Set-Cookie: ", "sid=abc; Path=/", "\nx"),
        new Sample(Removal.Kind.QUERY_SECRET, "/z?key=", "abc", "&a=b"),
        new Sample(Removal.Kind.QUERY_SECRET, "/z#code=", "abc", "&a=b"),
        new Sample(Removal.Kind.QUERY_SECRET, "next=%2Fz%3Fcode%3D", "abc", " x"),
        new Sample(Removal.Kind.EMAIL, "{\"m\":\"", "bob\\u0040example.com", "\"}"),
        new Sample(Removal.Kind.EMAIL, "INFO x {\"m\":\"", "b\\u006fb@example\\u002ecom", "\"}"),
        new Sample(Removal.Kind.IPV4, "[\"", "203.0\\u002e113.9", "\"]"),
        new Sample(Removal.Kind.HOME_PATH, "{\"p\":\"/home/", "al\\u00e9", "/x\"}"),
        new Sample(Removal.Kind.EMAIL, "{\n  \"m\": \"", "bob@exa\\u202emple.com", "\"\n}x"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void secretGoesWhereverTheTextIsCut(Sample sample) throws IOException {
    byte[] text = sample.text().getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= text.length; cut++) {
      RemovalTally removed = new RemovalTally();
      assertThat(inTwo(text, cut, removed)).as("cut at %d", cut).isEqualTo(sample.redacted());
      assertThat(removed.removals()).contains(new Removal(sample.kind(), 1));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void secretGoesWhereverTheWindowMoves(Sample sample) throws IOException {
    String line = "\n" + sample.text();
    for (int before = 65_536 - 700; before < 65_536 + 100; before += 11) {
      String padding = "x ".repeat(before / 2);
      byte[] text = (padding + line).getBytes(StandardCharsets.UTF_8);
      assertThat(
              inTwo(text, text.length, new RemovalTally())
                  .equals(padding + "\n" + sample.redacted()))
          .as("%d", before)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void redactingAgainChangesNothing(Sample sample) throws IOException {
    RemovalTally removed = new RemovalTally();
    byte[] once = sample.redacted().getBytes(StandardCharsets.UTF_8);
    assertThat(inTwo(once, 0, removed)).isEqualTo(sample.redacted());
    assertThat(removed.removals()).isEmpty();
  }

  private static String inTwo(byte[] text, int cut, RemovalTally removed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TextStage stages = TextCleaner.before(new SinkStage(out), removed, false, true);
    stages.accept(text, 0, cut);
    stages.accept(text, cut, text.length);
    stages.finish();
    return out.toString(StandardCharsets.UTF_8);
  }
}
