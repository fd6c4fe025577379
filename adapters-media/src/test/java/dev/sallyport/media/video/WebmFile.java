package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.ByteBuilder.join;

import dev.sallyport.media.rebuild.ByteBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds WebM files, good and bad: one track and two clusters, unless changed. */
final class WebmFile {
  String docType = "webm";
  String codec = "A_OPUS";
  int type = 2;
  byte[] inTrack = {};
  byte[] inInfo = {};
  byte[] inSegment = {};
  byte[] inCluster = {};
  byte[] cues = element(0x1c53bb6b, element(0xbb, element(0xb3, new byte[1])));

  static byte[] id(int id) {
    int length = id >>> 24 != 0 ? 4 : id >>> 16 != 0 ? 3 : id >>> 8 != 0 ? 2 : 1;
    return new ByteBuilder().be(length, id).bytes();
  }

  static byte[] element(int id, byte[]... content) {
    byte[] all = join(content);
    return new ByteBuilder().raw(id(id)).be(4, 0x1000_0000L | all.length).raw(all).bytes();
  }

  static byte[] text(int id, String text) {
    return element(id, text.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] number(int id, long value) {
    return element(id, new ByteBuilder().be(2, value).bytes());
  }

  static byte[] unknownSize(int id, byte[]... content) {
    return join(id(id), new byte[] {1, -1, -1, -1, -1, -1, -1, -1}, join(content));
  }

  static byte[] block(int track) {
    byte[] sound = new byte[60];
    Arrays.fill(sound, (byte) 'a');
    return element(0xa3, new byte[] {(byte) (0x80 | track), 0, 0, 0}, sound);
  }

  byte[] head() {
    return element(0x1a45dfa3, number(0x42f7, 1), number(0x42f2, 4), text(0x4282, docType));
  }

  byte[] info() {
    return element(
        0x1549a966, number(0x2ad7b1, 1000), text(0x4d80, "my muxer"), text(0x5741, "mine"), inInfo);
  }

  byte[] tracks() {
    return element(
        0x1654ae6b, element(0xae, number(0xd7, 1), number(0x83, type), text(0x86, codec), inTrack));
  }

  byte[] cluster() {
    return join(
        number(0xe7, 0),
        block(1),
        element(0xa0, element(0xa1, new byte[] {(byte) 0x81, 0, 0, 0, 1})),
        inCluster);
  }

  /** Returns what a segment holds. */
  byte[] segment() {
    byte[] clusters = join(element(0x1f43b675, cluster()), element(0x1f43b675, cluster()));
    return join(info(), tracks(), clusters, cues, inSegment);
  }

  byte[] bytes() {
    return join(head(), element(0x18538067, segment()));
  }

  /** Returns a file as it is written while it is recorded. */
  byte[] live() {
    byte[] clusters = join(unknownSize(0x1f43b675, cluster()), unknownSize(0x1f43b675, cluster()));
    return join(head(), unknownSize(0x18538067, info(), tracks(), clusters));
  }
}
