package dev.sallyport.aws.storage;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Gives the last byte of what was promised only when everything before it, and it, is right. So a
 * transfer of wrong bytes never becomes whole, whatever the server verifies.
 */
final class VerifiedStream extends FilterInputStream {
  private final Judgement.Output promised;
  private final MessageDigest digest = Sha256.newDigest();
  private long left;

  VerifiedStream(InputStream in, Judgement.Output promised) {
    super(in);
    this.promised = promised;
    this.left = promised.size().bytes();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      requireEnd(promised.size().bytes() == 0);
      return -1;
    }
    int count = in.read(target, from, (int) Math.min(length, left));
    if (count < 0) {
      throw wrong();
    }
    digest.update(target, from, count);
    left -= count;
    if (left == 0) {
      requireEnd(true);
    }
    return count;
  }

  private void requireEnd(boolean undigested) throws IOException {
    if (undigested
        && (in.read() >= 0 || !Sha256.ofDigest(digest.digest()).equals(promised.sha256()))) {
      throw wrong();
    }
  }

  private CorruptDataException wrong() {
    return new CorruptDataException(
        "clean bytes of " + promised.key() + " are not those promised", null);
  }

  @Override
  public long skip(long count) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
