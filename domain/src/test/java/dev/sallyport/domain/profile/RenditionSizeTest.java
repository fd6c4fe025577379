package dev.sallyport.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RenditionSizeTest {
  @Test
  void sidesHaveBounds() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RenditionSize(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RenditionSize(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new RenditionSize(4097, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RenditionSize(1, 4097));
    assertThat(new RenditionSize(4096, 4096).pixels()).isEqualTo(4096 * 4096);
  }

  @Test
  void sizesOfOnePictureAreOfOneShapeAndBeginWithTheLargest() {
    for (var sizes : java.util.List.of(RenditionSize.AVATAR, RenditionSize.BANNER)) {
      for (RenditionSize size : sizes) {
        assertThat(size.isSameShape(sizes.getFirst())).isTrue();
        assertThat(size.pixels()).isLessThanOrEqualTo(sizes.getFirst().pixels());
      }
    }
    assertThat(RenditionSize.AVATAR).extracting(RenditionSize::width).containsExactly(512, 256, 64);
    RenditionSize banner = RenditionSize.BANNER.getFirst();
    assertThat(banner.isSameShape(banner.turned())).isFalse();
  }
}
