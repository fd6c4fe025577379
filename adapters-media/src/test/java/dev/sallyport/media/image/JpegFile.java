package dev.sallyport.media.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes JPEG files, right ones and wrong ones, segment by segment. */
final class JpegFile {
  static final int SOF0 = 0xc0;
  static final int SOS = 0xda;

  private JpegFile() {}

  /** Four colours in four quarters: red, green over blue, white. */
  static BufferedImage quarters(int width, int height, int type) {
    int[] colours = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff};
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colours[2 * (2 * y / height) + 2 * x / width]);
      }
    }
    return image;
  }

  static byte[] encode(BufferedImage image, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    return encode(writer, new IIOImage(image, null, null), param);
  }

  /** Encodes red, green and blue as they are, marked by an Adobe segment. */
  static byte[] encodeRgb(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
    String format = "javax_imageio_jpeg_image_1.0";
    var root = (javax.imageio.metadata.IIOMetadataNode) metadata.getAsTree(format);
    var variety = root.getFirstChild();
    variety.removeChild(variety.getFirstChild());
    var adobe = new javax.imageio.metadata.IIOMetadataNode("app14Adobe");
    adobe.setAttribute("transform", "0");
    root.getLastChild().insertBefore(adobe, root.getLastChild().getFirstChild());
    var components =
        ((org.w3c.dom.Element) root.getLastChild()).getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      ((org.w3c.dom.Element) components.item(i)).setAttribute("HsamplingFactor", "1");
      ((org.w3c.dom.Element) components.item(i)).setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(format, root);
    return encode(writer, new IIOImage(image, null, metadata), param);
  }

  private static byte[] encode(ImageWriter writer, IIOImage image, ImageWriteParam param)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, image, param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Returns a segment with marker and length. */
  static byte[] segment(int marker, byte[] data) {
    return ByteBuffer.allocate(4 + data.length)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) (data.length + 2))
        .put(data)
        .array();
  }

  static byte[] segment(int marker, String begin, byte[] data) {
    byte[] name = begin.getBytes(StandardCharsets.ISO_8859_1);
    return segment(
        marker, ByteBuffer.allocate(name.length + data.length).put(name).put(data).array());
  }

  static byte[] exif(int orientation, boolean bigEndian) {
    return segment(0xe1, "Exif\0\0", PngFile.exif(orientation, bigEndian));
  }

  /** Returns the file with bytes put in at a place. */
  static byte[] insert(byte[] file, int at, byte[] more) {
    return ByteBuffer.allocate(file.length + more.length)
        .put(file, 0, at)
        .put(more)
        .put(file, at, file.length - at)
        .array();
  }

  static byte[] afterStart(byte[] file, byte[] more) {
    return insert(file, 2, more);
  }

  /** Returns where the first marker of a kind begins. */
  static int find(byte[] file, int marker) {
    for (Segment segment : segments(file)) {
      if (segment.marker() == marker) {
        return segment.at();
      }
    }
    throw new AssertionError("no such marker");
  }

  /** Returns the markers before the first scan. */
  static List<Integer> markers(byte[] file) {
    return segments(file).stream().map(Segment::marker).toList();
  }

  private record Segment(int marker, int at) {}

  private static List<Segment> segments(byte[] file) {
    List<Segment> segments = new ArrayList<>();
    int at = 2;
    while (segments.isEmpty() || segments.getLast().marker() != SOS) {
      segments.add(new Segment(file[at + 1] & 0xff, at));
      at += 2 + (((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff));
    }
    return segments;
  }
}
