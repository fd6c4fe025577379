package dev.sallyport.benchmarks.avatar;

import dev.sallyport.application.profile.port.RenditionMaker;
import dev.sallyport.application.profile.port.RenditionMaker.Made;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.benchmarks.content.ArrayContent;
import dev.sallyport.benchmarks.frame.PeerRounds;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.FileType;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A process that makes one file into all sizes again and again on one thread: as the product does,
 * or as a program does that knows nothing but the JDK.
 */
final class AvatarProcess {
  static final String OURS = "ours";
  static final String PLAIN = "plain";

  private static final float QUALITY = 0.9f;

  private final byte[] file;

  private AvatarProcess(byte[] file) {
    this.file = file;
  }

  /** Takes ours|plain FILE WARM_UP_S ROUND_S ROUNDS. */
  public static void main(String[] arguments) throws IOException {
    ImageIO.setUseCache(false);
    AvatarProcess process = new AvatarProcess(Files.readAllBytes(Path.of(arguments[1])));
    if (arguments[0].equals(OURS)) {
      RenditionMaker maker = DaggerAvatarComponent.create().maker();
      PeerRounds.print(
          "Sallyport", () -> process.ours(maker), arguments[2], arguments[3], arguments[4]);
    } else {
      PeerRounds.print(
          "ImageIO, all pixels, drawImage",
          process::plain,
          arguments[2],
          arguments[3],
          arguments[4]);
    }
  }

  private long ours(RenditionMaker maker) throws IOException {
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), Clock.systemUTC());
    Made made = maker.make(new ArrayContent(file), FileType.JPEG, RenditionSize.AVATAR, deadline);
    if (!(made instanceof Made.Done done)) {
      throw new IOException("the picture was refused");
    }
    return done.renditions().stream().mapToLong(rendition -> rendition.size().bytes()).sum();
  }

  /** Not upright: the JDK does not look at the orientation. */
  private long plain() throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    long written = 0;
    for (RenditionSize size : RenditionSize.AVATAR) {
      written += encoded(drawn(image, size.width()), QUALITY).length;
    }
    return written;
  }

  private static BufferedImage drawn(BufferedImage image, int side) {
    int from = Math.min(image.getWidth(), image.getHeight());
    int x = (image.getWidth() - from) / 2;
    int y = (image.getHeight() - from) / 2;
    BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, side, side, x, y, x + from, y + from, null);
    graphics.dispose();
    return small;
  }

  /** Returns a JPEG of that quality, from 0 to 1. */
  static byte[] encoded(BufferedImage image, float quality) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
