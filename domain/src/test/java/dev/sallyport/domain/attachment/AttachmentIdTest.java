package dev.sallyport.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.identity.Subject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentIdTest {
  private static final AttachmentId ID = new AttachmentId(new UUID(1, 0xabcdef));

  @Test
  void itsKeyLeadsBackToIt() {
    assertThat(AttachmentId.ofQuarantineKey(ID.quarantineKey().value())).contains(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4a50b1c1-0000-4000-8000-000000000001", "u-1", "A:b.c_D"})
  void theKeyOfAPictureCarriesItsOwnerAndLeadsBack(String subject) {
    Subject owner = new Subject(subject);
    for (Purpose purpose : List.of(new Purpose.Avatar(owner), new Purpose.Banner(owner))) {
      assertThat(AttachmentId.ofQuarantineKey(purpose.quarantineKey(ID).value())).contains(ID);
      assertThat(purpose.owner()).contains(owner);
    }
    assertThat(new Purpose.Avatar(new Subject("u-1")).quarantineKey(ID).value())
        .isEqualTo("avatars/u-1/" + ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "attachments/",
        "attachments/1-1-1-1-1",
        "attachments/00000000-0000-0001-0000-000000ABCDEF",
        "attachments/../attachments/00000000-0000-0001-0000-000000abcdef",
        "avatars/00000000-0000-0001-0000-000000abcdef",
        "avatars/../00000000-0000-0001-0000-000000abcdef",
        "avatars/U/00000000-0000-0001-0000-000000abcdef",
        "banners/a/b/00000000-0000-0001-0000-000000abcdef",
        "attachments/00000000-0000-0001-0000-000000abcdef/more"
      })
  void otherKeysLeadNowhere(String key) {
    assertThat(AttachmentId.ofQuarantineKey(key)).isEmpty();
  }

  @Test
  void onlyTheCanonicalFormIsRead() {
    assertThat(AttachmentId.parse(ID.toString())).isEqualTo(ID);
    assertThatIllegalArgumentException().isThrownBy(() -> AttachmentId.parse("1-1-1-1-1"));
  }
}
