package dev.sallyport.servers;

import java.io.IOException;

/** The main class of a process that starts a server and does nothing more until it is killed. */
final class StartsAndWaits {
  private StartsAndWaits() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println(ServerProcessTest.webServer().uri());
    while (System.in.read() != -1) {
      // Nobody writes; the test holds the other end.
    }
  }
}
