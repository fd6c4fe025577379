package dev.sallyport.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class SeedsTest {
  @TempDir private static Path scratch;

  @TestFactory
  List<DynamicTest> everyParserStandsWhatWasFoundOnce() throws IOException {
    Parsers parsers = new Parsers(scratch);
    List<DynamicTest> tests = new ArrayList<>();
    for (String parser : parsers.names()) {
      for (Map.Entry<String, byte[]> seed : Seeds.of(parser).entrySet()) {
        tests.add(
            DynamicTest.dynamicTest(
                parser + ": " + seed.getKey(), () -> parsers.feed(parser, seed.getValue())));
      }
    }
    return tests;
  }

  @Test
  void everyParserHasSeeds() throws IOException {
    for (String parser : new Parsers(scratch).names()) {
      assertThat(Seeds.of(parser)).as(parser).isNotEmpty();
    }
  }
}
