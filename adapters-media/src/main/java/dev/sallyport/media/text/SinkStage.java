package dev.sallyport.media.text;

import java.io.IOException;
import java.io.OutputStream;

/** The last stage: writes. */
record SinkStage(OutputStream sink) implements TextStage {
  @Override
  public void accept(byte[] bytes, int from, int to) throws IOException {
    sink.write(bytes, from, to - from);
  }

  @Override
  public void finish() throws IOException {
    sink.flush();
  }
}
