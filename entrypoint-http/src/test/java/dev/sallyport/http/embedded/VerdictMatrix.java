package dev.sallyport.http.embedded;

import dev.sallyport.corpus.AttackClass;
import dev.sallyport.corpus.AttackCorpus;
import dev.sallyport.corpus.AttackSample;
import dev.sallyport.corpus.Family;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what became of every file of the corpus, for people. */
final class VerdictMatrix {
  private static final String HEAD =
      """
      # What hostile files get

      Written by a test that sends every file of [`attack-corpus`](../attack-corpus) through the doors of the embedded server, as a stranger
      would, and compares the verdict with the one that the file has to get. `./sallyport corpus FOLDER` writes the files and a list of
      their verdicts, for trying another sanitizer on them. The cases beside content (tampered forms, replayed forms, files that never
      come) are in [fidelity.md](fidelity.md) and [INVARIANTS.md](../INVARIANTS.md).

      """;

  private final Map<AttackSample, String> verdicts;

  /** Takes the verdict that each file got. */
  VerdictMatrix(Map<AttackSample, String> verdicts) {
    this.verdicts = verdicts;
  }

  String markdown() {
    return HEAD + summary() + "\n## Every file\n" + everyFile();
  }

  private String summary() {
    StringBuilder out = new StringBuilder();
    List<Family> families = List.of(Family.values());
    out.append("| attack | ").append(titles(families)).append(" |\n");
    out.append("|---|").append("---|".repeat(families.size())).append('\n');
    for (AttackClass attack : AttackClass.values()) {
      out.append("| **").append(attack.title()).append("** |");
      families.forEach(family -> out.append(' ').append(cell(attack, family)).append(" |"));
      out.append('\n');
    }
    return out.toString();
  }

  private static String titles(List<Family> families) {
    return families.stream().map(Family::title).collect(Collectors.joining(" | "));
  }

  private String cell(AttackClass attack, Family family) {
    return AttackCorpus.impossible(attack, family)
        .map(reason -> "*" + reason + "*")
        .orElseGet(() ->
            verdicts.entrySet().stream()
                .filter(one -> one.getKey().attack() == attack)
                .filter(one -> family.formats().contains(one.getKey().format()))
                .map(one -> one.getValue().replaceFirst(" \\(.*", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  private String everyFile() {
    StringBuilder out = new StringBuilder();
    out.append("| file | attack | declared as | verdict |\n|---|---|---|---|\n");
    verdicts.forEach((sample, verdict) ->
        out.append("| `")
            .append(sample.name())
            .append("` | ")
            .append(sample.attack().title())
            .append(" | ")
            .append(sample.declared().orElse("nothing"))
            .append(" | ")
            .append(verdict)
            .append(" |\n"));
    return out.toString();
  }
}
