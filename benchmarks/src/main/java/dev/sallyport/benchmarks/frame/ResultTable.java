package dev.sallyport.benchmarks.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Writes a result as a Markdown table, which is also what the terminal shows. */
public final class ResultTable {
  private ResultTable() {}

  /** The machine, the rows with their ratios, each target and each peer without a figure. */
  public static String write(Result result) {
    StringBuilder text = new StringBuilder(1024);
    text.append(result.machine().describe()).append(".\n\n");
    table(text, cells(result));
    text.append('\n');
    for (Target target : result.targets()) {
      text.append("- ").append(line(target)).append('\n');
    }
    for (Unmeasured peer : result.unmeasured()) {
      text.append("- Not measured: ").append(peer.peer()).append(" (").append(peer.reason());
      text.append(").\n");
    }
    return text.toString();
  }

  private static List<List<String>> cells(Result result) {
    List<List<String>> cells = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("what", "who"));
    head.addAll(result.columns());
    head.add("Sallyport / this");
    cells.add(head);
    for (Row row : result.rows()) {
      List<String> line = new ArrayList<>(List.of(row.group(), name(row)));
      row.values().forEach(value -> line.add(Figures.write(value)));
      OptionalDouble ratio = result.ratioTo(row);
      line.add(ratio.isPresent() ? Figures.write(ratio.getAsDouble()) + "x" : "");
      cells.add(line);
    }
    return cells;
  }

  private static String name(Row row) {
    return switch (row.role()) {
      case OURS -> "**" + row.label() + "**";
      case PEER, FLOOR, PART -> row.label();
    };
  }

  /** Columns are padded, so that the same text reads well without a renderer. */
  private static void table(StringBuilder text, List<List<String>> cells) {
    int columns = cells.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> line : cells) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (int n = 0; n < cells.size(); n++) {
      for (int i = 0; i < columns; i++) {
        text.append("| ").append(padded(cells.get(n).get(i), widths[i], i >= 2)).append(' ');
      }
      text.append("|\n");
      if (n == 0) {
        for (int i = 0; i < columns; i++) {
          text.append(i >= 2 ? "|-" : "|:")
              .append("-".repeat(widths[i]))
              .append(i >= 2 ? ':' : '-');
        }
        text.append("|\n");
      }
    }
  }

  private static String padded(String cell, int width, boolean right) {
    String space = " ".repeat(width - cell.length());
    return right ? space + cell : cell + space;
  }

  private static String line(Target target) {
    String bound =
        switch (target.direction()) {
          case AT_LEAST -> "at least ";
          case AT_MOST -> "at most ";
        };
    return String.format(
        Locale.ROOT,
        "%s: %s, %s%s wanted: **%s**",
        target.claim(),
        Figures.write(target.measured()),
        bound,
        Figures.write(target.bound()),
        target.isMet() ? "met" : "missed");
  }
}
