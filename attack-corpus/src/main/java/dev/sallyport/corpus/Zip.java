package dev.sallyport.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIP archives in which every field can be a lie. */
final class Zip {
  private final List<Entry> entries = new ArrayList<>();
  private byte[] before = new byte[0];
  private byte[] comment = new byte[0];

  /**
   * One member as its headers tell of it.
   *
   * @param name bytes of the name, one for each character
   * @param method 0 stored, 8 deflated
   * @param flags general purpose bits
   * @param mode Unix mode, 0 for none
   * @param crc of the plain bytes
   * @param plain how many bytes come out
   * @param packed what stands in the archive
   * @param extra the extra field
   * @param centralName what the directory calls it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(
      String name,
      int method,
      int flags,
      int mode,
      long crc,
      long plain,
      byte[] packed,
      byte[] extra,
      String centralName) {
    Entry flags(int changed) {
      return new Entry(name, method, changed, mode, crc, plain, packed, extra, centralName);
    }

    Entry mode(int changed) {
      return new Entry(name, method, flags, changed, crc, plain, packed, extra, centralName);
    }

    Entry method(int changed) {
      return new Entry(name, changed, flags, mode, crc, plain, packed, extra, centralName);
    }

    Entry plain(long changed) {
      return new Entry(name, method, flags, mode, crc, changed, packed, extra, centralName);
    }

    Entry crc(long changed) {
      return new Entry(name, method, flags, mode, changed, plain, packed, extra, centralName);
    }

    Entry extra(byte[] changed) {
      return new Entry(name, method, flags, mode, crc, plain, packed, changed, centralName);
    }

    Entry calledElsewhere(String changed) {
      return new Entry(name, method, flags, mode, crc, plain, packed, extra, changed);
    }
  }

  static Zip of(String name, byte[] content) {
    return new Zip().add(name, content);
  }

  Zip add(String name, byte[] content) {
    return add(name, content, entry -> entry);
  }

  Zip add(String name, byte[] content, UnaryOperator<Entry> change) {
    byte[] packed = deflated(content);
    Entry entry = new Entry(name, 8, 0, 0, crc(content), content.length, packed, new byte[0], name);
    entries.add(change.apply(entry));
    return this;
  }

  Zip before(byte[] bytes) {
    before = bytes;
    return this;
  }

  Zip comment(String text) {
    comment = Bytes.ascii(text);
    return this;
  }

  byte[] bytes() {
    Bytes out = new Bytes().put(before);
    Bytes directory = new Bytes();
    for (Entry entry : entries) {
      directory.put(central(entry, out.size()));
      out.put(local(entry)).put(entry.packed());
    }
    int start = out.size();
    return out.put(directory.toArray())
        .put(Bytes.hex("504b0506"))
        .le32(0)
        .le16(entries.size())
        .le16(entries.size())
        .le32(directory.size())
        .le32(start)
        .le16(comment.length)
        .put(comment)
        .toArray();
  }

  /** An archive whose members are all the same bytes of the file. */
  static byte[] overlapping(int members, byte[] content) {
    Zip one = Zip.of("kernel.txt", content);
    Entry entry = one.entries.getFirst();
    Bytes out = new Bytes().put(local(entry)).put(entry.packed());
    int start = out.size();
    for (int i = 0; i < members; i++) {
      out.put(central(entry.calledElsewhere("kernel" + i + ".txt"), 0));
    }
    int length = out.size() - start;
    return out.put(Bytes.hex("504b0506"))
        .le32(0)
        .le16(members)
        .le16(members)
        .le32(length)
        .le32(start)
        .le16(0)
        .toArray();
  }

  private static byte[] local(Entry entry) {
    return common(new Bytes().put(Bytes.hex("504b0304")), entry)
        .le16(entry.name().length())
        .le16(entry.extra().length)
        .text(entry.name())
        .put(entry.extra())
        .toArray();
  }

  private static byte[] central(Entry entry, int offset) {
    return common(new Bytes().put(Bytes.hex("504b0102")).le16(0x0314), entry)
        .le16(entry.centralName().length())
        .le16(entry.extra().length)
        .le16(0)
        .le16(0)
        .le16(0)
        .le32((long) entry.mode() << 16)
        .le32(offset)
        .text(entry.centralName())
        .put(entry.extra())
        .toArray();
  }

  private static Bytes common(Bytes out, Entry entry) {
    return out.le16(20)
        .le16(entry.flags())
        .le16(entry.method())
        .le32(0x5a210000L)
        .le32(entry.crc())
        .le32(entry.packed().length)
        .le32(entry.plain());
  }

  static long crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    try {
      deflater.setInput(content);
      deflater.finish();
      Bytes out = new Bytes();
      byte[] piece = new byte[1 << 16];
      while (!deflater.finished()) {
        out.put(Arrays.copyOf(piece, deflater.deflate(piece)));
      }
      return out.toArray();
    } finally {
      deflater.end();
    }
  }
}
