package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents name things that exist. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern ENFORCER = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#]+)(#[^)]*)?\\)");

  @Test
  void everyInvariantIsEnforcedByAClassThatExists() throws IOException {
    Set<String> classes = fileNames(".java");
    List<String> missing = new ArrayList<>();
    int rules = 0;
    for (String line : Files.readAllLines(ROOT.resolve("INVARIANTS.md"))) {
      if (line.startsWith("| ") && !line.startsWith("| rule")) {
        rules++;
        Matcher named = ENFORCER.matcher(line.substring(line.lastIndexOf('|', line.length() - 2)));
        while (named.find()) {
          if (!classes.contains(named.group(1) + ".java")) {
            missing.add(named.group(1));
          }
        }
      }
    }
    assertThat(rules).isGreaterThan(20);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        if (!Files.exists(document.resolveSibling(link.group(1)))) {
          broken.add(ROOT.relativize(document) + " -> " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static List<Path> documents() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("docs/decisions"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(found::add);
      }
    }
    assertThat(found).hasSizeGreaterThan(10);
    return found;
  }

  private static Set<String> fileNames(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .collect(Collectors.toSet());
    }
  }
}
