package dev.sallyport.media.text;

import java.util.Random;

/** Makes text of the pieces that rules look for, put together in ways that nobody would write. */
final class RandomText {
  private static final String[] PIECES = {
    "a",
    "b1",
    "Z",
    "_",
    "-",
    ".",
    ":",
    "::",
    "=",
    "/",
    "\\",
    "@",
    "%",
    "%40",
    "%3D",
    " ",
    "\n",
    "\"",
    "'",
    "?",
    "&",
    ",",
    "[",
    "]",
    "[redacted:",
    "[redacted:email]",
    "1.2.3.4",
    "255.255.255.255",
    "300",
    "fe80::1",
    "2001:db8::",
    "::ffff:1.2.3.4",
    "12:34:56",
    "bob",
    "bob@example.com",
    "@x.co",
    "example.org",
    "password",
    "password=",
    "token",
    "token=",
    "\"token\":\"",
    "api_key: ",
    "Authorization: ",
    "authorization=",
    "Bearer ",
    "Basic ",
    "0123456789abcdef",
    "Cookie: ",
    "Set-Cookie: a=b",
    "key=",
    "?key=",
    "&sig=",
    "/home/",
    "/Users/",
    "\\Users\\",
    "C:\\\\Users\\\\",
    "alice",
    "John Doe\\",
    "-----BEGIN PRIVATE KEY-----",
    "-----END PRIVATE KEY-----",
    "AKIA",
    "IOSFODNN7EXAMPLE",
    "ghp_",
    "xoxb-",
    "sk_live_",
    "AIza",
    "eyJhbGciOiJIUzI1NiJ9",
    ".eyJzdWIiOiIxIn0",
    ".c2ln",
    "Ω",
    "日本",
    "PWD=/x",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "0000000000000000000000000000000000000000",
    "v",
    "\t",
    "\r\n",
    "#",
    "{",
    "}",
    "(",
    "|"
  };

  private RandomText() {}

  static String of(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
