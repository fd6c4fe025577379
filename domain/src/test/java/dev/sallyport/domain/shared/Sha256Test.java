package dev.sallyport.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class Sha256Test {
  /**
   * The digest of no bytes, as <a
   * href="https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values">NIST</a>
   * has it.
   */
  private static final String EMPTY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void hashesAsNistDoes() {
    assertThat(Sha256.of(new byte[0]).hex()).isEqualTo(EMPTY);
    assertThat(Sha256.of(new byte[0]).base64())
        .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  @Test
  void upperCaseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sha256(EMPTY.toUpperCase(java.util.Locale.ROOT)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Sha256(EMPTY.substring(1)));
  }
}
