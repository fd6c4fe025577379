package dev.sallyport.media.image;

import dev.sallyport.media.rebuild.Pace;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.stream.ImageOutputStreamImpl;

/** Lets an encoder that never looks back write straight to a sink, keeping nothing. */
final class SinkOutputStream extends ImageOutputStreamImpl {
  private final OutputStream sink;
  private final Pace pace;

  SinkOutputStream(OutputStream sink, Pace pace) {
    this.sink = sink;
    this.pace = pace;
  }

  @Override
  public void write(int b) throws IOException {
    flushBits();
    sink.write(b);
    streamPos++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    pace.worked(length);
    flushBits();
    sink.write(bytes, offset, length);
    streamPos += length;
  }

  @Override
  public int read() {
    throw new UnsupportedOperationException("written only");
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    throw new UnsupportedOperationException("written only");
  }
}
