package dev.sallyport.architecture;

import dev.sallyport.architecture.Backend.Suite;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every suite on every backend: how many tests ran, which failed, and what did not run at all. */
final class SuiteTable {
  private static final String NOT_RUN = "not run";

  private record Cell(int run, int failed) {
    Cell plus(SuiteReport report) {
      return new Cell(run + report.run(), failed + report.failed());
    }

    String text() {
      if (run == 0) {
        return NOT_RUN;
      }
      return failed == 0 ? Integer.toString(run) : failed + " of " + run + " failed";
    }
  }

  private final Map<String, Map<Backend, Cell>> rows = new TreeMap<>();

  /**
   * Puts together what there is and what ran.
   *
   * @param suites what the sources hold
   * @param reports of this build; those of other classes are passed over
   */
  SuiteTable(Collection<Suite> suites, Collection<SuiteReport> reports) {
    for (Suite suite : suites) {
      rows.computeIfAbsent(suite.name(), name -> new EnumMap<>(Backend.class))
          .put(suite.backend(), new Cell(0, 0));
    }
    for (SuiteReport report : reports) {
      Suite.ofClass(report.className()).ifPresent(suite -> add(suite, report));
    }
  }

  private void add(Suite suite, SuiteReport report) {
    Map<Backend, Cell> row = rows.get(suite.name());
    if (row != null) {
      row.computeIfPresent(suite.backend(), (backend, cell) -> cell.plus(report));
    }
  }

  /** Backends of which at least one suite did not run. */
  Set<Backend> notRun() {
    return rows.values().stream()
        .flatMap(row -> row.entrySet().stream())
        .filter(cell -> cell.getValue().run() == 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Suites with a failed test, such as {@code ReportStore on S3Proxy}. */
  List<String> failed() {
    return rows.entrySet().stream()
        .flatMap(row ->
            row.getValue().entrySet().stream()
                .filter(cell -> cell.getValue().failed() > 0)
                .map(cell -> row.getKey() + " on " + cell.getKey().title()))
        .toList();
  }

  /** The table and, below it, how to run what was not. */
  String text() {
    int first = Math.max(5, rows.keySet().stream().mapToInt(String::length).max().orElse(0)) + 2;
    StringBuilder text = new StringBuilder(pad("suite", first));
    for (Backend backend : Backend.values()) {
      text.append(pad(backend.title(), width(backend)));
    }
    rows.forEach((name, row) -> {
      text.append('\n').append(pad(name, first));
      for (Backend backend : Backend.values()) {
        Cell cell = row.get(backend);
        text.append(pad(cell == null ? "-" : cell.text(), width(backend)));
      }
    });
    for (Backend backend : notRun()) {
      text.append('\n')
          .append(backend.title())
          .append(": not run, or not all of it. ")
          .append("To run it: ")
          .append(backend.remedy());
    }
    return text.toString().replaceAll(" +(?=\n|$)", "");
  }

  private int width(Backend backend) {
    return rows.values().stream()
            .filter(row -> row.containsKey(backend))
            .mapToInt(row -> row.get(backend).text().length())
            .reduce(backend.title().length(), Math::max)
        + 2;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
