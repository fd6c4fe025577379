package dev.sallyport.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DownloadNameTest {
  private static final AttachmentId ID = new AttachmentId(new UUID(1, 2));

  @Test
  void theExtensionComesFromTheVerdict() {
    assertThat(of("setup.exe", "png").value()).isEqualTo("setup.png");
    assertThat(of("archive.tar.gz", "txt").value()).isEqualTo("archive.tar.txt");
  }

  @Test
  void anAttachmentWithoutANameIsCalledByItsId() {
    assertThat(DownloadName.of(ID, Optional.empty(), "jpg").value())
        .isEqualTo("attachment-00000000-0000-0001-0000-000000000002.jpg");
    assertThat(of(".png", "png").value()).startsWith("attachment-");
  }

  @Test
  void theHeaderIsAlwaysAnAttachmentWithBothNotations() {
    assertThat(of("Bildschirm\u00e4.png", "png").contentDisposition())
        .isEqualTo(
            "attachment; filename=\"Bildschirm_.png\"; filename*=UTF-8''Bildschirm%c3%a4.png");
  }

  @Test
  void nothingInANameCanEndTheHeader() {
    String header = of("a\";b=c%22'(x).txt", "txt").contentDisposition();
    assertThat(header)
        .isEqualTo(
            "attachment; filename=\"a_;b=c_22'(x).txt\";"
                + " filename*=UTF-8''a%22%3bb%3dc%2522%27%28x%29.txt");
    assertThat(header.chars().allMatch(c -> c >= 0x20 && c < 0x7f)).isTrue();
  }

  private static DownloadName of(String name, String extension) {
    return DownloadName.of(ID, DisplayName.of(name), extension);
  }
}
