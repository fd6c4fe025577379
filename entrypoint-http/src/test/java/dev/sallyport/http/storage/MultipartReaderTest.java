package dev.sallyport.http.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.attachment.policy.PostForm;
import dev.sallyport.domain.attachment.policy.S3Error;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MultipartReaderTest {
  private static final String PART = "Content-Disposition: form-data; name=";
  private static final String HEAD = PART + "\"%s\"\r\n\r\n";

  @Test
  void bodyIsReadTheSameWhereverItsReadsAreCut() throws IOException {
    byte[] content = "x\r\n--bound\r\r\n-\r\n--boundar\r\n--".getBytes(StandardCharsets.UTF_8);
    byte[] body = body("boundary", content, "ignored");
    for (int cut = 1; cut < body.length; cut++) {
      int first = cut;
      InputStream twoReads =
          new PiecewiseStream(body, at -> at < first ? first - at : Integer.MAX_VALUE);
      assertRead(body, "boundary", content, twoReads, "cut at " + cut);
    }
    assertRead(body, "boundary", content, new PiecewiseStream(body, _ -> 1), "byte by byte");
  }

  @Test
  void anyPayloadComesOutAsItWentIn() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      String boundary = "-b".repeat(1 + random.nextInt(30));
      byte[] content = boundaryLike(random, boundary);
      byte[] body = body(boundary, content, random.nextBoolean() ? "ignored" : "");
      assertRead(
          body,
          boundary,
          content,
          new PiecewiseStream(body, _ -> 1 + random.nextInt(64)),
          "seed " + seed + " round " + round);
    }
  }

  @Test
  void largeFileComesOutAsItWentIn() throws IOException {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    byte[] body = body("boundary", content, "ignored");

    assertRead(body, "boundary", content, new ByteArrayInputStream(body), "large");
  }

  @Test
  void cutBodyIsIncompleteAndShortBodyIsMalformed() {
    byte[] body = body("boundary", new byte[100], "");
    for (int length = 0; length < body.length - 2; length++) {
      byte[] cut = Arrays.copyOf(body, length);
      assertThatThrownBy(() -> readAll(new ByteArrayInputStream(cut), "boundary", body.length))
          .as("cut at %d", length)
          .isInstanceOfSatisfying(
              S3Refusal.class,
              refusal -> assertThat(refusal.error()).isEqualTo(S3Error.INCOMPLETE_BODY));
      assertThatThrownBy(() -> readAll(new ByteArrayInputStream(cut), "boundary", cut.length))
          .as("short by %d", body.length - length)
          .isInstanceOfSatisfying(
              S3Refusal.class,
              refusal -> assertThat(refusal.error()).isEqualTo(S3Error.MALFORMED_POST));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Lines that end with LF alone.
        "--b\n" + PART + "\"file\"\n\nx\n--b--\n",
        "--b\r\n" + PART + "\"file\"\n\r\nx\r\n--b--\r\n",
        // A boundary with more behind it.
        "--bb\r\n" + PART + "\"file\"\r\n\r\nx\r\n--b--\r\n",
        "--b\r\n" + PART + "\"file\"\r\n\r\nx\r\n--b-\r\n",
        // Headers that say nothing, too much, or something else.
        "--b\r\n\r\nx\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
        "--b\r\nContent-Disposition: attachment; name=\"file\"\r\n\r\nx\r\n--b--\r\n",
        "--b\r\n" + PART + "\"a\"; name=\"file\"\r\n\r\nx\r\n--b--\r\n",
        "--b\r\n" + PART + "\"file\r\n\r\nx\r\n--b--\r\n",
        "--b\r\n" + PART + "\"file\"x\r\n\r\nx\r\n--b--\r\n",
        "--b\r\nContent-Disposition: form-data;\r\n name=\"file\"\r\n\r\nx\r\n--b--\r\n",
        "--b\r\n" + PART + "\"a\"\r\n" + PART + "\"file\"\r\n\r\nx\r\n--b--\r\n",
        "--b\r\nno colon\r\n" + PART + "\"file\"\r\n\r\nx\r\n--b--\r\n",
        "--b\r\n" + PART + "\"fi\u0000le\"\r\n\r\nx\r\n--b--\r\n",
        "--b\r\n" + PART + "\"file\"; filename*=latin1''x\r\n\r\n\r\n--b--",
        "--b\r\n" + PART + "\"file\"; filename*=UTF-8''%ZZ\r\n\r\n\r\n--b--",
        ""
      })
  void whatReadersDisagreeAboutIsMalformed(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> readAll(new ByteArrayInputStream(bytes), "b", bytes.length))
        .isInstanceOfSatisfying(
            S3Refusal.class,
            refusal -> assertThat(refusal.error()).isEqualTo(S3Error.MALFORMED_POST));
  }

  @Test
  void fieldThatIsNotUtf8IsMalformed() {
    FormBody body = new FormBody();
    body.raw("--b\r\n" + HEAD.formatted("key")).raw(new byte[] {(byte) 0xc3, 0x28});
    byte[] bytes = body.raw("\r\n--b--\r\n").bytes();

    assertThatThrownBy(() -> readAll(new ByteArrayInputStream(bytes), "b", bytes.length))
        .isInstanceOf(S3Refusal.class)
        .hasMessage(S3Error.MALFORMED_POST.code());
  }

  @Test
  void headMayBeExactlyAsLongAsS3Allows() throws IOException {
    int overhead = filled(0).length - "f\r\n--b--\r\n".length();
    byte[] longest = filled(MultipartReader.LONGEST_HEAD - overhead);
    byte[] tooLong = filled(MultipartReader.LONGEST_HEAD - overhead + 1);

    assertThat(readAll(new ByteArrayInputStream(longest), "b", longest.length)).isEqualTo("f");
    assertThatThrownBy(() -> readAll(new ByteArrayInputStream(tooLong), "b", tooLong.length))
        .isInstanceOf(S3Refusal.class)
        .hasMessage(S3Error.MAX_POST_PRE_DATA_LENGTH.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "x", "Header: x\r\n", "--b\r\n\r\n"})
  void endlessHeadIsRefusedEarly(String piece) {
    InputStream endless = PiecewiseStream.endless("--b\r\n", piece);

    assertThatThrownBy(() -> readAll(endless, "b", Long.MAX_VALUE))
        .isInstanceOf(S3Refusal.class)
        .satisfies(refused ->
            assertThat(refused.getMessage())
                .isIn(S3Error.MAX_POST_PRE_DATA_LENGTH.code(), S3Error.MALFORMED_POST.code()));
  }

  @Test
  void endlessTailIsRefused() {
    String head = "--b\r\n" + HEAD.formatted("file") + "content\r\n--b--\r\n";

    assertThatThrownBy(() -> readAll(PiecewiseStream.endless(head, "tail"), "b", Long.MAX_VALUE))
        .isInstanceOf(S3Refusal.class)
        .hasMessage(S3Error.MALFORMED_POST.code());
  }

  @Test
  void fieldsKeepOrderAndDuplicatesAndFileNameIsRead() throws IOException {
    String body =
        "preamble\r\n--b  \t\r\n"
            + HEAD.formatted("one")
            + "1\r\n--b\r\nX-Other: y\r\ncontent-disposition:form-data;NAME=two\r\n\r\n"
            + "\r\n--b\r\n"
            + HEAD.formatted("one")
            + "zwei ü\r\n"
            + "--b\r\n"
            + "Content-Disposition: form-data; name=\"File\"; filename=\"a\\\"b\\c\"\r\n"
            + "\r\n\r\n"
            + "--b--";
    MultipartReader reader = reader(body);

    PostForm form = FormReader.read("bucket", reader);

    assertThat(form.fields())
        .containsExactly(
            new PostForm.Field("one", "1"),
            new PostForm.Field("two", ""),
            new PostForm.Field("one", "zwei ü"));
    assertThat(form.fileName()).contains("a\"b\\c");
  }

  @Test
  void extendedFileNameWins() throws IOException {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\";"
            + " filename*=UTF-8'en'%e2%82%ac+rates\r\n\r\n\r\n--b--";

    assertThat(FormReader.read("bucket", reader(body)).fileName()).contains("€+rates");
  }

  @Test
  void formWithoutFileIsRefused() {
    String body = "--b\r\n" + HEAD.formatted("key") + "x\r\n--b--\r\n";

    assertThatThrownBy(() -> FormReader.read("bucket", reader(body)))
        .isInstanceOf(S3Refusal.class)
        .hasMessage(S3Error.INCORRECT_NUMBER_OF_FILES.code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "multipart/form-data; boundary=abc | abc",
        "Multipart/Form-Data;charset=utf-8; BOUNDARY=\"a b:c\" | a b:c",
        "multipart/form-data; boundary=abc; | abc"
      })
  void boundaryIsReadFromContentType(String contentType, String boundary) {
    assertThat(FormReader.boundary(Optional.of(contentType))).isEqualTo(boundary);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\"a \"",
        "multipart/form-data; boundary=a; boundary=b",
        "multipart/form-data; boundary=\"a\u00e4\"",
        "multipart/form-data; boundary="
            + "0123456789012345678901234567890123456789012345678901234567890123456789x"
      })
  void contentTypeWithoutUsableBoundaryIsMalformed(String contentType) {
    assertThatThrownBy(() -> FormReader.boundary(Optional.of(contentType)))
        .isInstanceOf(S3Refusal.class)
        .hasMessage(S3Error.MALFORMED_POST.code());
  }

  private static void assertRead(
      byte[] body, String boundary, byte[] content, InputStream in, String what)
      throws IOException {
    MultipartReader reader = new MultipartReader(in, boundary, body.length);
    PostForm form = FormReader.read("bucket", reader);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    reader.file(file::write);
    reader.finish();

    assertThat(form.fields()).as(what).containsExactly(new PostForm.Field("key", "value"));
    assertThat(file.toByteArray()).as(what).isEqualTo(content);
  }

  private static String readAll(InputStream in, String boundary, long length) throws IOException {
    MultipartReader reader = new MultipartReader(in, boundary, length);
    FormReader.read("bucket", reader);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    reader.file(file::write);
    reader.finish();
    return file.toString(StandardCharsets.UTF_8);
  }

  private static MultipartReader reader(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new MultipartReader(new ByteArrayInputStream(bytes), "b", bytes.length);
  }

  private static byte[] body(String boundary, byte[] content, String tail) {
    String after =
        tail.isEmpty() ? "" : "\r\n--" + boundary + "\r\n" + HEAD.formatted("tail") + tail;
    return new FormBody()
        .raw("--" + boundary + "\r\n" + HEAD.formatted("key") + "value\r\n--" + boundary + "\r\n")
        .raw(HEAD.formatted("file"))
        .raw(content)
        .raw(after)
        .raw("\r\n--" + boundary + "--\r\n")
        .bytes();
  }

  private static byte[] filled(int count) {
    return new FormBody()
        .raw("--b\r\n" + HEAD.formatted("key"))
        .raw("x".repeat(count))
        .raw("\r\n--b\r\n" + HEAD.formatted("file") + "f\r\n--b--\r\n")
        .bytes();
  }

  /** Bytes made of pieces of the delimiter, without the delimiter itself. */
  private static byte[] boundaryLike(Random random, String boundary) {
    String delimiter = "\r\n--" + boundary;
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      int from = random.nextInt(delimiter.length());
      text.append(delimiter, from, from + random.nextInt(delimiter.length() - from));
      text.append((char) random.nextInt(128));
    }
    String payload = text.toString();
    while (payload.contains(delimiter)) {
      payload = payload.replace(delimiter, "x");
    }
    return payload.getBytes(StandardCharsets.US_ASCII);
  }

  /** Gives as many bytes at a time as a test wants. */
  private static final class PiecewiseStream extends InputStream {
    private final IntUnaryOperator bytes;
    private final int length;
    private final IntUnaryOperator mostAt;
    private int at;

    PiecewiseStream(byte[] bytes, IntUnaryOperator mostAt) {
      this(i -> bytes[i] & 0xff, bytes.length, mostAt);
    }

    PiecewiseStream(IntUnaryOperator bytes, int length, IntUnaryOperator mostAt) {
      this.bytes = bytes;
      this.length = length;
      this.mostAt = mostAt;
    }

    static PiecewiseStream endless(String head, String piece) {
      return new PiecewiseStream(
          i ->
              i < head.length()
                  ? head.charAt(i)
                  : piece.charAt((i - head.length()) % piece.length()),
          Integer.MAX_VALUE,
          _ -> Integer.MAX_VALUE);
    }

    @Override
    public int read() {
      return at < length ? bytes.applyAsInt(at++) : -1;
    }

    @Override
    public int read(byte[] target, int from, int count) {
      if (at >= length) {
        return -1;
      }
      int given = Math.min(Math.min(count, mostAt.applyAsInt(at)), length - at);
      for (int i = 0; i < given; i++) {
        target[from + i] = (byte) bytes.applyAsInt(at++);
      }
      return given;
    }
  }
}
