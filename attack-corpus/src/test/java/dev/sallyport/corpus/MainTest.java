package dev.sallyport.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
  @Test
  void everyFileIsWrittenAndListedWithItsVerdict(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("new").resolve("corpus");
    CommandLine command = new CommandLine(new Main()).setOut(new PrintWriter(Writer.nullWriter()));
    assertThat(command.execute(target.toString())).isZero();
    List<String> list = Files.readAllLines(target.resolve("verdicts.tsv"));
    assertThat(list)
        .hasSize(AttackCorpus.samples().size() + 1)
        .contains("png-plain.png\thonest file\tPNG\t\tCLEAN\t")
        .contains("zip-member.zip\tencrypted\tZIP\t\tREJECTED\tENCRYPTED");
    for (AttackSample sample : AttackCorpus.samples()) {
      assertThat(target.resolve(sample.name())).hasBinaryContent(sample.bytes());
    }
  }
}
