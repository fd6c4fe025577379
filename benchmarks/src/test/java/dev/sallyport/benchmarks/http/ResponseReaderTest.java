package dev.sallyport.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
  private static final String SIZED =
      """
      HTTP/1.1 200 OK
      Cache-Control: no-store
      content-LENGTH: 5

      hello\
      """;
  private static final String CHUNKED =
      """
      HTTP/1.1 429 Too Many Requests
      Transfer-Encoding: chunked

      3
      abc
      A;x=y
      0123456789
      0
      Trailer: x

      """;
  private static final String EMPTY =
      """
      HTTP/1.1 204 No Content

      """;

  private static byte[] bytes(String lines) {
    return lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {SIZED, CHUNKED, EMPTY})
  void endIsFoundHoweverTheBytesAreCut(String response) {
    byte[] bytes = bytes(response);
    for (int cut = 0; cut < bytes.length; cut++) {
      ResponseReader reader = new ResponseReader();
      assertThat(reader.read(ByteBuffer.wrap(bytes, 0, cut))).as("cut at %d", cut).isFalse();
      assertThat(reader.read(ByteBuffer.wrap(bytes, cut, bytes.length - cut))).isTrue();
      assertThat(reader.status()).isEqualTo(Integer.parseInt(response.substring(9, 12)));
    }
  }

  @Test
  void nextResponseIsLeftForTheNextRead() {
    ResponseReader reader = new ResponseReader();
    ByteBuffer both = ByteBuffer.wrap(bytes(CHUNKED + SIZED + EMPTY));
    assertThat(reader.read(both)).isTrue();
    assertThat(both.remaining()).isEqualTo(bytes(SIZED + EMPTY).length);
    assertThat(reader.read(both)).isTrue();
    assertThat(reader.status()).isEqualTo(200);
    assertThat(reader.read(both)).isTrue();
    assertThat(both.hasRemaining()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0 200 OK\n", "nonsense\n", "HTTP/1.1 200 OK\nServer: x\n\n"})
  void otherAnswersAreRefused(String response) {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(response));
    assertThatIllegalStateException().isThrownBy(() -> new ResponseReader().read(bytes));
  }
}
