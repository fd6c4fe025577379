package dev.sallyport.media.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIP archives byte by byte, right or wrong as a test wishes. */
final class ZipBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Member> members = new ArrayList<>();
  private String comment = "";

  /** One member; every field is what the writer says, whatever the data is. */
  static final class Member {
    int flags;
    int method = 8;
    long crc;
    long packed;
    long size;
    byte[] name = {};
    byte[] data = {};
    byte[] extra = {};
    byte[] comment = {};
    byte[] localName = {};
    int localFlags;
    int localMethod = 8;
    long localCrc;
    long localPacked;
    long localSize;
    byte[] localExtra = {};
    byte[] descriptor = {};
    long attributes;
    int madeBy = 20;
    int disk;
    long offset = -1;
    boolean hidden;

    Member flags(int value) {
      flags = value;
      localFlags = value;
      return this;
    }

    Member size(long value) {
      size = value;
      localSize = value;
      return this;
    }

    Member unix(int mode) {
      madeBy = 3 << 8 | 20;
      attributes = (long) mode << 16;
      return this;
    }

    Member descriptor(int mark, int width) {
      LittleEndian bytes = new LittleEndian();
      if (mark > 0) {
        bytes.u32(0x08074b50);
      }
      bytes.u32(crc);
      bytes.number(packed, width).number(size, width);
      descriptor = bytes.array();
      localCrc = 0;
      localPacked = 0;
      localSize = 0;
      return flags(flags | 8);
    }
  }

  static Member deflated(String name, String text) {
    return deflated(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Member deflated(String name, byte[] plain) {
    return member(name, plain, deflate(plain), 8);
  }

  static Member stored(String name, String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return member(name, plain, plain, 0);
  }

  private static Member member(String name, byte[] plain, byte[] data, int method) {
    Member member = new Member();
    CRC32 crc = new CRC32();
    crc.update(plain);
    member.name = name.getBytes(StandardCharsets.UTF_8);
    member.localName = member.name;
    member.data = data;
    member.crc = crc.getValue();
    member.localCrc = member.crc;
    member.packed = data.length;
    member.localPacked = data.length;
    member.method = method;
    member.localMethod = method;
    return member.size(plain.length);
  }

  static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] piece = new byte[4096];
    while (!deflater.finished()) {
      packed.write(piece, 0, deflater.deflate(piece));
    }
    deflater.end();
    return packed.toByteArray();
  }

  static byte[] of(Member... members) {
    ZipBytes zip = new ZipBytes();
    for (Member member : members) {
      zip.add(member);
    }
    return zip.finish();
  }

  ZipBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  ZipBytes comment(String text) {
    comment = text;
    return this;
  }

  ZipBytes add(Member member) {
    if (member.offset < 0) {
      member.offset = out.size();
    }
    if (!member.hidden) {
      members.add(member);
    }
    LittleEndian header = new LittleEndian();
    header.u32(0x04034b50).u16(20).u16(member.localFlags);
    header.u16(member.localMethod).u32(0x00210000);
    header.u32(member.localCrc).u32(member.localPacked);
    header.u32(member.localSize).u16(member.localName.length);
    header.u16(member.localExtra.length);
    header.raw(member.localName).raw(member.localExtra);
    return raw(header.array()).raw(member.data).raw(member.descriptor);
  }

  /** Names data that stands elsewhere once more. */
  ZipBytes again(Member member) {
    members.add(member);
    return this;
  }

  byte[] finish() {
    return finish(0, 0, members.size(), false);
  }

  byte[] finish(int shift, int disk, int count, boolean wide) {
    int start = out.size() - shift;
    members.forEach(this::directory);
    int size = out.size() - shift - start;
    byte[] text = comment.getBytes(StandardCharsets.UTF_8);
    if (wide) {
      wide(start, size);
    }
    LittleEndian end = new LittleEndian();
    end.u32(0x06054b50).u16(disk).u16(disk);
    end.u16(wide ? 0xffff : count).u16(wide ? 0xffff : count);
    end.u32(wide ? -1 : size).u32(wide ? -1 : start).u16(text.length);
    return raw(end.raw(text).array()).out.toByteArray();
  }

  private void wide(long start, long size) {
    long at = out.size();
    LittleEndian wide = new LittleEndian();
    wide.u32(0x06064b50).u64(44).u16(45).u16(45);
    wide.u32(0).u32(0).u64(members.size()).u64(members.size());
    wide.u64(size).u64(start);
    wide.u32(0x07064b50).u32(0).u64(at).u32(1);
    raw(wide.array());
  }

  private void directory(Member member) {
    LittleEndian header = new LittleEndian();
    header.u32(0x02014b50).u16(member.madeBy).u16(20);
    header.u16(member.flags).u16(member.method).u32(0x00210000);
    header.u32(member.crc).u32(member.packed).u32(member.size);
    header.u16(member.name.length).u16(member.extra.length);
    header.u16(member.comment.length).u16(member.disk);
    header.u16(0).u32(member.attributes).u32(member.offset);
    raw(header.raw(member.name).raw(member.extra).raw(member.comment).array());
  }

  static byte[] extra(int id, byte[] value) {
    LittleEndian field = new LittleEndian();
    return field.u16(id).u16(value.length).raw(value).array();
  }
}
