package dev.sallyport.contract.sla;

import dev.sallyport.domain.sla.Folder;
import dev.sallyport.domain.sla.LateFile;
import dev.sallyport.domain.sla.SlaBreach;
import dev.sallyport.domain.sla.SlaError;
import dev.sallyport.domain.sla.SlaPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes breaches, each different from all others of the same seed. */
final class SlaSamples {
  private final Random random;
  private int made;

  SlaSamples(long seed) {
    random = new Random(seed);
  }

  SlaBreach breach(Folder folder) {
    int number = made++;
    List<LateFile> files =
        IntStream.rangeClosed(0, random.nextInt(4))
            .mapToObj(n ->
                new LateFile(
                    "Übertrag " + number + "-" + n + ".csv",
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))))
            .toList();
    return new SlaBreach(folder, 1 + random.nextInt(1440), files);
  }

  SlaError error(Folder folder, Instant at) {
    return SlaError.accepted(breach(folder), at, SlaPolicy.defaults());
  }
}
