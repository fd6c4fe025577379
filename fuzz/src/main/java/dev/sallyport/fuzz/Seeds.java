package dev.sallyport.fuzz;

import dev.sallyport.corpus.AttackCorpus;
import dev.sallyport.corpus.AttackSample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where fuzzing begins: the files of the corpus, and what was found once. Findings lie in {@code
 * seeds/<parser>/} beside this class's resources, and {@code seeds/list.txt} names them all.
 */
final class Seeds {
  private static final String LIST = "/seeds/list.txt";

  private Seeds() {}

  /** Returns the inputs for a parser by their names. */
  static Map<String, byte[]> of(String parser) throws IOException {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    for (AttackSample sample : AttackCorpus.samples()) {
      boolean fits = sample.format().toLowerCase(Locale.ROOT).equals(parser);
      if (fits || parser.equals(Parsers.SNIFFER)) {
        seeds.put(sample.name(), sample.bytes());
      }
    }
    for (String found : new String(resource(LIST), StandardCharsets.UTF_8).lines().toList()) {
      if (found.startsWith(parser + "/")) {
        seeds.put(found, resource("/seeds/" + found));
      }
    }
    return seeds;
  }

  /** Writes them into a folder, one file each. */
  static void write(String parser, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> seed : of(parser).entrySet()) {
      Files.write(folder.resolve(seed.getKey().replace('/', '-')), seed.getValue());
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Seeds.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name);
      }
      return in.readAllBytes();
    }
  }
}
