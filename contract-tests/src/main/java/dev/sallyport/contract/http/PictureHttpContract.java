package dev.sallyport.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.HttpDriver.Received;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The way of a picture, from its form to what everybody sees at the addresses of a profile. */
public interface PictureHttpContract extends HttpTarget {
  @Test
  default void anAvatarIsShownUprightInAllSizesAndARejectedOneChangesNothing() throws IOException {
    String shown = send(picture());
    Await.untilAsserted(() -> assertThat(avatarId()).isEqualTo(shown));
    Map<String, String> assets = me().get("avatar").texts("assets");
    assertThat(assets).containsOnlyKeys("64", "256", "512");
    for (Map.Entry<String, String> asset : assets.entrySet()) {
      assertUpright(HttpDriver.fetch(asset.getValue()), Integer.parseInt(asset.getKey()));
    }

    byte[] broken = Arrays.copyOf(picture(), 900);
    Form form = form();
    assertThat(HttpDriver.post(form, broken).status()).isEqualTo(204);
    Await.untilAsserted(() -> assertThat(state(form)).isEqualTo("REJECTED"));
    assertThat(me().get("avatar").texts("assets")).isEqualTo(assets);
    assertThat(assets.values()).allMatch(address -> HttpDriver.fetch(address).status() == 200);

    String next = send(picture());
    Await.untilAsserted(() -> assertThat(avatarId()).isEqualTo(next));
  }

  private static void assertUpright(Received asset, int side) throws IOException {
    assertThat(asset.status()).isEqualTo(200);
    assertThat(asset.header("content-type")).isEqualTo("image/jpeg");
    assertThat(asset.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(new String(asset.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(asset.body()));
    assertThat(image.getWidth()).isEqualTo(side);
    assertThat(image.getHeight()).isEqualTo(side);
    assertNear(image, 1, 1, Color.BLUE);
    assertNear(image, 3, 1, Color.RED);
    assertNear(image, 1, 3, Color.WHITE);
    assertNear(image, 3, 3, Color.GREEN);
  }

  private static void assertNear(BufferedImage image, int x, int y, Color expected) {
    Color found = new Color(image.getRGB(x * image.getWidth() / 4, y * image.getHeight() / 4));
    assertThat(Math.abs(found.getRed() - expected.getRed())).isLessThan(24);
    assertThat(Math.abs(found.getGreen() - expected.getGreen())).isLessThan(24);
    assertThat(Math.abs(found.getBlue() - expected.getBlue())).isLessThan(24);
  }

  /** Sends a picture and returns the id of its upload. */
  private String send(byte[] file) {
    Form form = form();
    assertThat(HttpDriver.post(form, file).status()).isEqualTo(204);
    return form.attachmentId();
  }

  private Form form() {
    Received granted = driver().send("POST", "/avatars/key_upload").as(userToken()).send();
    assertThat(granted.status()).as(granted.text()).isEqualTo(200);
    JsonNode form = granted.json();
    return new Form(
        form.text("receipt"),
        form.text("attachmentId"),
        URI.create(form.text("url")),
        form.texts("fields"));
  }

  private String state(Form form) {
    return driver()
        .send("GET", "/service/attachments/" + form.attachmentId())
        .header("Sallyport-Receipt", form.receipt())
        .send()
        .json()
        .text("state");
  }

  private String avatarId() {
    JsonNode me = me();
    return me.has("avatar") ? me.get("avatar").text("attachmentId") : "";
  }

  private JsonNode me() {
    Received me = driver().send("GET", "/api/profile/me").as(userToken()).send();
    assertThat(me.status()).as(me.text()).isEqualTo(200);
    return me.json();
  }

  /** Returns four colours in four quarters, red, green over blue, white, lying on their side. */
  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(2400, 2200, BufferedImage.TYPE_INT_RGB);
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int y = 0; y < 2200; y++) {
      for (int x = 0; x < 2400; x++) {
        image.setRGB(x, y, colours[2 * (y / 1100) + x / 1200].getRGB());
      }
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", plain);
    byte[] bytes = plain.toByteArray();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(bytes, 0, 2);
    file.writeBytes(orientation());
    file.write(bytes, 2, bytes.length - 2);
    return file.toByteArray();
  }

  /** Returns an Exif segment that holds nothing but orientation 6: to be turned clockwise. */
  private static byte[] orientation() {
    return new byte[] {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
  }
}
