package dev.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ListeningSocketTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void knowsItsPortAndKeepsItFromOthers() throws IOException {
    ListeningSocket first = ListeningSocket.bind(LOOPBACK, 0);
    int port = first.port();
    assertThat(port).isPositive();
    assertThatThrownBy(() -> ListeningSocket.bind(LOOPBACK, port))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot listen on port " + port);
    first.close();
    ListeningSocket.bind(LOOPBACK, port).close();
  }
}
