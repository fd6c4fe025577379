package dev.sallyport.media.text;

import java.io.IOException;

/** One step of a stream of text; what it makes of the bytes does not depend on how they are cut. */
interface TextStage {
  /** Takes the next bytes, which the caller may use again afterwards. */
  void accept(byte[] bytes, int from, int to) throws IOException;

  /** Takes the end: what was held back goes on to the next stage, and that ends too. */
  void finish() throws IOException;
}
