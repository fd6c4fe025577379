package dev.sallyport.benchmarks.content;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file, read each time as the peers read it.
 *
 * @param path where it is
 * @param size of the file
 */
public record FileContent(Path path, DataSize size) implements Content {
  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public int read(long position, byte[] target) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      ByteBuffer buffer = ByteBuffer.wrap(target);
      while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {
        // Until it is full or the file ends.
      }
      return buffer.position();
    }
  }

  @Override
  public Sha256 sha256() {
    throw new UnsupportedOperationException("no rebuilder of text asks for it");
  }
}
