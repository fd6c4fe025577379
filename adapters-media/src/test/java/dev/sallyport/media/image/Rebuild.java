package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** One rebuild of an image and what came of it. */
record Rebuild(Rebuilt result, @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {
  static final PixelBudget BUDGET = new PixelBudget(DataSize.ofMebibytes(100));

  static Rebuild png(byte[] file) throws IOException {
    return of(new PngRebuilder(BUDGET), FileType.PNG, file);
  }

  static Rebuild jpeg(byte[] file) throws IOException {
    return of(new JpegRebuilder(BUDGET), FileType.JPEG, file);
  }

  static Rebuild gif(byte[] file) throws IOException {
    return of(new GifRebuilder(BUDGET), FileType.GIF, file);
  }

  static Rebuild bmp(byte[] file) throws IOException {
    return of(new BmpRebuilder(BUDGET), FileType.BMP, file);
  }

  static Rebuild webp(byte[] file) throws IOException {
    return of(new WebpRebuilder(BUDGET), FileType.WEBP, file);
  }

  private static Rebuild of(ContentRebuilder rebuilder, FileType type, byte[] file)
      throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), MutableClock.atNoon());
    Rebuilt result =
        rebuilder.rebuild(
            new BytesContent(file), type, SanitizationPolicy.defaults(), deadline, sink);
    return new Rebuild(result, sink.toByteArray());
  }

  ReasonCode reason() {
    assertThat(result).isInstanceOf(Rebuilt.Refused.class);
    return ((Rebuilt.Refused) result).reason();
  }

  Map<Removal.Kind, Long> removed() {
    assertThat(result).isInstanceOf(Rebuilt.Done.class);
    return ((Rebuilt.Done) result)
        .verdict().removed().stream().collect(Collectors.toMap(Removal::kind, Removal::count));
  }

  BufferedImage image() throws IOException {
    assertThat(result).isInstanceOf(Rebuilt.Done.class);
    return decode(bytes);
  }

  static BufferedImage decode(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(image).isNotNull();
    return image;
  }

  static byte[] resource(String name) throws IOException {
    try (var in = Rebuild.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
