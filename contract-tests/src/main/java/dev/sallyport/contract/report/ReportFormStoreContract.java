package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.report.port.ReportFormStore;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.report.FieldDefinition;
import dev.sallyport.domain.report.ReportForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What whoever keeps the report form keeps; what is read may be seconds old. */
public interface ReportFormStoreContract {
  /** Opens the form store of a deployment that never had a form; the same one within a test. */
  ReportFormStore open();

  @Test
  default void formIsEmptyAtFirst() {
    assertThat(open().current()).isEqualTo(ReportForm.EMPTY);
  }

  @Test
  default void replaceStoresTheNextVersionOfEveryKindOfField() {
    ReportFormStore store = open();
    ReportForm first =
        ReportForm.EMPTY.replacedBy(
            List.of(
                new FieldDefinition.Text("Nickname", 40, Optional.of("ä")),
                new FieldDefinition.Predefined("Mode", List.of("a", "b"), true, Optional.of("b")),
                new FieldDefinition.Group(
                    "Device",
                    List.of(
                        new FieldDefinition.Text("Model", 10_000, Optional.empty()),
                        new FieldDefinition.Predefined(
                            "Pad", List.of("yes"), false, Optional.empty())))));

    assertThat(store.replace(first)).isTrue();
    Await.untilAsserted(() -> assertThat(store.current()).isEqualTo(first));

    ReportForm second = first.replacedBy(List.of());
    assertThat(store.replace(second)).isTrue();
    Await.untilAsserted(() -> assertThat(store.current()).isEqualTo(second));
  }

  @Test
  default void replaceRefusesAnyOtherVersion() {
    ReportFormStore store = open();
    ReportForm first = form(ReportForm.EMPTY, "first");
    ReportForm second = form(first, "second");

    assertThat(store.replace(second)).isFalse();
    assertThat(store.replace(ReportForm.EMPTY)).isFalse();
    assertThat(store.replace(first)).isTrue();
    assertThat(store.replace(form(ReportForm.EMPTY, "other"))).isFalse();

    Await.untilAsserted(() -> assertThat(store.current()).isEqualTo(first));
  }

  @Test
  default void replaceRefusesAFormThatIsTooLarge() {
    ReportFormStore store = open();
    List<String> choices =
        IntStream.range(0, 200).mapToObj(n -> String.format("%0100d", n)).toList();
    List<FieldDefinition> fields =
        IntStream.range(0, 20)
            .<FieldDefinition>mapToObj(
                n -> new FieldDefinition.Predefined("f" + n, choices, true, Optional.empty()))
            .toList();

    assertThatThrownBy(() -> store.replace(ReportForm.EMPTY.replacedBy(fields)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(store.replace(ReportForm.EMPTY.replacedBy(fields.subList(0, 17)))).isTrue();
  }

  @Test
  default void defaultsCountAsTheirFieldsDo() {
    ReportFormStore store = open();
    List<FieldDefinition> inner =
        IntStream.range(0, 100)
            .mapToObj(n -> String.format("%0100d", n))
            .<FieldDefinition>map(text ->
                new FieldDefinition.Predefined(text, List.of(text), false, Optional.of(text)))
            .toList();
    List<FieldDefinition> groups =
        IntStream.range(0, 12)
            .<FieldDefinition>mapToObj(n -> new FieldDefinition.Group("group " + n, inner))
            .toList();

    assertThatThrownBy(() -> store.replace(ReportForm.EMPTY.replacedBy(groups)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(store.replace(ReportForm.EMPTY.replacedBy(groups.subList(0, 9)))).isTrue();
  }

  @Test
  default void racingReplacesOfOneVersionHaveOneWinner() {
    ReportFormStore store = open();

    List<Boolean> won = Race.run(n -> store.replace(form(ReportForm.EMPTY, "of " + n)));

    assertThat(won).containsOnlyOnce(true);
    ReportForm winner = form(ReportForm.EMPTY, "of " + won.indexOf(true));
    Await.untilAsserted(() -> assertThat(store.current()).isEqualTo(winner));
  }

  private static ReportForm form(ReportForm before, String title) {
    return before.replacedBy(List.of(new FieldDefinition.Text(title, 10, Optional.empty())));
  }
}
