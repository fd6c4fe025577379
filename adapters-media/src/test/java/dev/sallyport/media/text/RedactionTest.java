package dev.sallyport.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.RemovalTally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static String redacted(String text) throws IOException {
    return TextRun.text(text).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          mail bob.smith+x@mail.example.co.uk, ok ~ mail [redacted:email], ok
          ?email=bob%40example.com&x=1 ~ ?email=[redacted:email]&x=1
          https://u:pw@example.com/x ~ https://[redacted:access-key]@example.com/x
          from 10.0.0.1. and 1.2.3.4:80 ~ from [redacted:ipv4]. and [redacted:ipv4]:80
          ip=255.255.255.255, ~ ip=[redacted:ipv4],
          [2001:db8::1]:80 fe80::1%eth0 ::1 ~ [[redacted:ipv6]]:80 [redacted:ipv6]%eth0 [redacted:ipv6]
          ip:fe80::2 1:2:3:4:5:6:7:8 ::ffff:1.2.3.4 ~ ip:[redacted:ipv6] [redacted:ipv6] [redacted:ipv6]
          Authorization: Bearer abc.def rest ~ Authorization: Bearer [redacted:bearer-token] rest
          authorization: Digest username="x", response="y" ~ authorization: [redacted:bearer-token]
          proxy-authorization=abc next ~ proxy-authorization=[redacted:bearer-token] next
          {"Authorization": "Bearer abc"} ~ {"Authorization": "Bearer [redacted:bearer-token]"}
          sent bearer 0123456789abcdef ~ sent bearer [redacted:bearer-token]
          Basic dXNlcjpwYXNzd29yZA== ok ~ Basic [redacted:bearer-token] ok
          jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl; ~ jwt [redacted:jwt];
          next%3DeyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln ~ next%3D[redacted:jwt]
          id AKIAIOSFODNN7EXAMPLE, ~ id [redacted:access-key],
          aws_secret_access_key = wJalr/K7MDENG/bPx ~ aws_secret_access_key = [redacted:access-key]
          xoxb-1234567890-abc sk_live_0123456789ab ~ [redacted:access-key] [redacted:access-key]
          {"password":"a\\"b","n":1} ~ {"password":"[redacted:access-key]","n":1}
          {\\"password\\":\\"abc\\",\\"n\\":1} ~ {\\"password\\":\\"[redacted:access-key]\\",\\"n\\":1}
          db.password: hunter2 next ~ db.password: [redacted:access-key] next
          "secret" => "x" ~ "secret" => "[redacted:access-key]"
          token=abc;x ~ token=[redacted:access-key];x
          /home/alice/x /Users/bob ~ /home/[redacted:home-path]/x /Users/[redacted:home-path]
          "C:\\Users\\John Doe\\App" ~ "C:\\Users\\[redacted:home-path]\\App"
          C:\\\\Users\\\\jane\\\\x C:/Users/zed/y ~ C:\\\\Users\\\\[redacted:home-path]\\\\x C:/Users/[redacted:home-path]/y
          Set-Cookie: sid=abc; Path=/ ~ Set-Cookie: [redacted:cookie]
          "cookie":"a=b; c=d","x":1 ~ "cookie":"[redacted:cookie]","x":1
          /z?key=abc&X-Amz-Signature=01&a=b#f ~ /z?key=[redacted:query-secret]&X-Amz-Signature=[redacted:query-secret]&a=b#f
          /z?a=1&amp;access_token=q ~ /z?a=1&amp;access_token=[redacted:query-secret]
          """)
  void secretsAndPersonalDataAreReplaced(String text, String expected) throws IOException {
    assertThat(redacted(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x@localhost and user@host1 and @name",
        "v1.2.3.4 1.2.3.4.5 256.1.1.1 1.2.3 01.2.3.4444",
        "std::string a::b 12:34:56 aa:bb:cc:dd:ee:ff ::",
        "bearer token is missing; basic authentication failed",
        "unexpected token: foo, key=value, monkey: 1, a == b",
        "eyJ short eyJhbGciOiJIUzI1NiJ9 alone",
        "AKIASHORT ghp_short sk-learn AIzaShort",
        "PWD=/var/log token: x",
        "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
        "-----BEGIN CERTIFICATE-----",
        "/homestead/x /Usersx \\Userspace",
        "password=\"\" password= , secret: \"\""
      })
  void everythingElseStays(String text) throws IOException {
    TextRun run = TextRun.text(text);
    assertThat(run.text()).isEqualTo(text);
    assertThat(run.removed()).isEmpty();
  }

  @Test
  void privateKeysGoWhole() throws IOException {
    String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n+/=\n-----END RSA PRIVATE KEY-----";
    assertThat(redacted("a " + key + " b")).isEqualTo("a [redacted:private-key] b");
    assertThat(redacted("a " + key.substring(0, 45))).isEqualTo("a [redacted:private-key]");
    String log = "line\n".repeat(20_000);
    assertThat(redacted("-----BEGIN PRIVATE KEY-----" + log).length())
        .isBetween(log.length() - (1 << 16), log.length() - (1 << 16) + 100);
  }

  @Test
  void countsAreKeptByKind() throws IOException {
    assertThat(TextRun.text("a@b.co c@d.co 1.2.3.4 /home/x\u001b[31m\u202e\ufeff").removed())
        .isEqualTo(
            Map.of(
                Removal.Kind.EMAIL, 2L,
                Removal.Kind.IPV4, 1L,
                Removal.Kind.HOME_PATH, 1L,
                Removal.Kind.CONTROL_CHARACTER, 1L,
                Removal.Kind.BIDI_CONTROL, 1L,
                Removal.Kind.BYTE_ORDER_MARK, 1L));
  }

  @Test
  void secretsOfAnyLengthGoToTheirEnd() throws IOException {
    for (int length : new int[] {400, 511, 512, 513, 65_000, 65_536, 200_000}) {
      String run = "a1".repeat(length / 2 + 1);
      for (String head :
          List.of(
              "Bearer ",
              "?token=",
              "password='",
              "Cookie: ",
              "ghp_",
              "eyJhbGciOiJIUzI1.",
              "/home/")) {
        assertThat(redacted("x " + head + run + "\nrest"))
            .as("%s and %d", head, length)
            .matches("(?s)x [^\\[]*\\[redacted:[a-z-]+\\]\nrest");
      }
      assertThat(redacted(run + ".bob@example.com x")).endsWith("[redacted:email] x");
      assertThat(redacted(run + " 1.2.3.4 x")).endsWith(" [redacted:ipv4] x");
    }
  }

  @Test
  void headerOfATokenBeyondSightIsATokenAllTheSame() throws IOException {
    assertThat(redacted("eyJ" + "a".repeat(Window.LOOK_AHEAD) + ".x.y z"))
        .isEqualTo("[redacted:jwt] z");
  }

  @Test
  void cutsBetweenPiecesChangeNothing() throws IOException {
    for (int seed = 0; seed < 15; seed++) {
      Random random = new Random(seed);
      byte[] text = RandomText.of(random, 60).getBytes(StandardCharsets.UTF_8);
      String expected = inPieces(text, text.length);
      for (int size = 1; size < text.length; size++) {
        assertThat(inPieces(text, size)).as("seed %d, size %d", seed, size).isEqualTo(expected);
      }
    }
  }

  private static String inPieces(byte[] text, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RemovalTally removed = new RemovalTally();
    TextStage stages = TextCleaner.before(new SinkStage(out), removed, false, true);
    for (int from = 0; from < text.length; from += size) {
      stages.accept(text, from, Math.min(text.length, from + size));
    }
    stages.finish();
    return out.toString(StandardCharsets.UTF_8) + removed.removals();
  }

  @Test
  void whereTheWindowMovesChangesNothing() throws IOException {
    String secrets =
        "\n"
            + "bob@example.com 1.2.3.4 ?key=abc Bearer 0123456789abcdef /home/al/x fe80::1"
            + " AKIAIOSFODNN7EXAMPLE eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln \"password\": \"x"
            + " y\" Cookie: a=b\n";
    String expected = redacted(secrets);
    for (int before = 64_600; before < 65_700; before += 7) {
      String padding = "x ".repeat(before / 2);
      assertThat(redacted(padding + secrets)).as("%d", before).isEqualTo(padding + expected);
    }
  }

  @Test
  void redactingAgainChangesNothing() throws IOException {
    for (int seed = 0; seed < 2_000; seed++) {
      String once = redacted(RandomText.of(new Random(seed), 1 + seed % 30));
      TextRun again = TextRun.text(once);
      assertThat(again.text()).as("seed %d", seed).isEqualTo(once);
      assertThat(again.removed()).as("seed %d: %s", seed, once).isEmpty();
    }
  }
}
