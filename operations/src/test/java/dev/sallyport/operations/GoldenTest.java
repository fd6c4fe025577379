package dev.sallyport.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.openapi.OpenApiDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoldenTest {
  private static final String RENEW =
      "The public surface has changed. When that is meant, renew the file with"
          + " `mvn -pl operations -am test -Dtest=GoldenTest -Dgolden.update=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtests.required=false`"
          + " and look at its diff.";

  private final OperationCatalog catalog = new Product().catalog();

  @Test
  void operationsAreThoseOfTheGoldenFile() throws IOException {
    String list =
        catalog.operations().stream()
            .map(o -> o.method() + " " + o.path() + " " + o.access().name() + " " + o.id() + "\n")
            .collect(Collectors.joining());
    compare(Path.of("src/test/resources/operations.txt"), list);
  }

  @Test
  void theDocumentIsThatOfTheGoldenFile() throws IOException {
    String document =
        new String(OpenApiDocument.write(catalog.operations()), StandardCharsets.UTF_8) + "\n";
    compare(Path.of("src/main/resources/openapi.json"), document);
  }

  private static void compare(Path golden, String now) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, now);
    }
    List<String> before = Files.readString(golden).lines().toList();
    assertThat(difference(before, now.lines().toList())).as(RENEW).isEmpty();
  }

  /** What stands between the lines that are the same at both ends. */
  private static List<String> difference(List<String> before, List<String> now) {
    int shorter = Math.min(before.size(), now.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    List<String> lines = new ArrayList<>();
    int first = start + 1;
    before.subList(start, before.size() - end).forEach(line -> lines.add("-" + first + " " + line));
    now.subList(start, now.size() - end).forEach(line -> lines.add("+" + first + " " + line));
    return lines;
  }
}
