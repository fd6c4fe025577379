package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerOnClamdIT {
  @Test
  void itFindsWhatItsOwnSignaturesSayAndEndsWhenItIsClosed(@TempDir Path folder) throws Exception {
    int port;
    try (Clamd clamd =
        Clamd.start(
            folder.resolve("socket"),
            Map.of("Own.Marker", "a marker of our own"),
            List.of("5c33d6d6dc73c5ea76f111182bbd40ed:17:Own.File"),
            1_000_000)) {
      port = clamd.port();
      assertThat(scan(port, "a text with a marker of our own in it"))
          .isEqualTo("stream: Own.Marker.UNOFFICIAL FOUND\0");
      assertThat(scan(port, "a file of our own")).isEqualTo("stream: Own.File.UNOFFICIAL FOUND\0");
      assertThat(scan(port, "a text")).isEqualTo("stream: OK\0");
    }
    assertThatThrownBy(() -> scan(port, "a text")).isInstanceOf(ConnectException.class);
  }

  private static String scan(int port, String text) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
      out.writeInt(text.length());
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.writeInt(0);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
