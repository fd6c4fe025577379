package dev.sallyport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Triage.Bookmark;
import dev.sallyport.domain.report.Triage.Change;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TriageTest {
  private static final Subject JANE = new Subject("jane");
  private static final Subject JOE = new Subject("joe");
  private static final ReportId ORIGINAL = new ReportId(new UUID(1, 1));

  @Test
  void aBookmarkIsOnePersons() {
    Triage both = Triage.INITIAL.with(bookmark(JANE, true)).with(bookmark(JOE, true));
    assertThat(both.with(bookmark(JANE, true))).isEqualTo(both);
    Triage one = both.with(bookmark(JANE, false));
    assertThat(one.isBookmarkedBy(JANE)).isFalse();
    assertThat(one.isBookmarkedBy(JOE)).isTrue();
    assertThat(one.with(bookmark(JANE, false))).isEqualTo(one);
  }

  @Test
  void bookmarksAreBounded() {
    Triage full = Triage.INITIAL;
    for (int i = 0; i < Triage.MAX_BOOKMARKS; i++) {
      Change change = bookmark(new Subject("s-" + i), true);
      assertThat(full.hasNoRoomFor(change)).isFalse();
      full = full.with(change);
    }
    Triage last = full;
    assertThat(last.hasNoRoomFor(bookmark(JANE, true))).isTrue();
    assertThat(last.hasNoRoomFor(bookmark(JANE, false))).isFalse();
    assertThat(last.hasNoRoomFor(bookmark(new Subject("s-1"), true))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> last.with(bookmark(JANE, true)));
  }

  @Test
  void anOriginalMakesADuplicate() {
    Triage duplicate = Triage.INITIAL.with(original(Optional.of(ORIGINAL)));
    assertThat(duplicate.status()).isEqualTo(ReportStatus.DUPLICATE);
    assertThat(duplicate.duplicateOf()).contains(ORIGINAL);
    Triage read = duplicate.with(Change.to(ReportStatus.DUPLICATE));
    assertThat(read).isEqualTo(duplicate);
  }

  @Test
  void anyOtherStatusTakesTheOriginalAway() {
    Triage duplicate = Triage.INITIAL.with(original(Optional.of(ORIGINAL)));
    assertThat(duplicate.with(Change.to(ReportStatus.NEW))).isEqualTo(Triage.INITIAL);
    Triage lonely = duplicate.with(original(Optional.empty()));
    assertThat(lonely.status()).isEqualTo(ReportStatus.DUPLICATE);
    assertThat(lonely.duplicateOf()).isEmpty();
  }

  @Test
  void onlyADuplicateHasAnOriginal() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Change(
                Optional.of(ReportStatus.NEW),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Optional.of(ORIGINAL))));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Triage(
                ReportStatus.NEW,
                false,
                Triage.INITIAL.bookmarkedBy(),
                Optional.empty(),
                Optional.of(ORIGINAL)));
  }

  private static Change bookmark(Subject owner, boolean isSet) {
    return new Change(
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Bookmark(owner, isSet)),
        Optional.empty(),
        Optional.empty());
  }

  private static Change original(Optional<ReportId> original) {
    return new Change(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(original));
  }
}
