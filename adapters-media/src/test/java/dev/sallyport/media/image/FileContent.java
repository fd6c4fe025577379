package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content that stays on disk; of no interest is its digest. */
final class FileContent implements Content, AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  FileContent(Path file) throws IOException {
    this.file = file;
    channel = FileChannel.open(file);
  }

  @Override
  public DataSize size() {
    return DataSize.ofBytes(file.toFile().length());
  }

  @Override
  public Sha256 sha256() {
    return Sha256.ofDigest(new byte[32]);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public int read(long position, byte[] target) throws IOException {
    return Math.max(0, channel.read(ByteBuffer.wrap(target), position));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
