package dev.sallyport.lambda.logging;

/** Standard output, a whole line at a time, so that lines of several threads never mix. */
public final class Console {
  private Console() {}

  /** Writes a line. */
  public static void line(String text) {
    System.out.println(text);
  }
}
