package dev.sallyport.domain.sla;

import dev.sallyport.domain.shared.NameUuid;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * A folder in which files wait for longer than was agreed.
 *
 * @param folder which
 * @param slaMinutes what was agreed: 1 to {@link #MAX_SLA_MINUTES}
 * @param files those that wait: 1 to {@link #MAX_FILES}, each once; sorted, so that the same files
 *     are the same breach in whatever order a watcher met them
 */
public record SlaBreach(Folder folder, int slaMinutes, List<LateFile> files) {
  /** Ten years. */
  public static final int MAX_SLA_MINUTES = 5_256_000;

  /**
   * Most files: with the longest names, three bytes to a character, they fit an item of DynamoDB
   * (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">400
   * KB</a>).
   */
  public static final int MAX_FILES = 400;

  /** What the ids of SLA errors are named in; never changes. */
  private static final UUID NAMESPACE = UUID.fromString("5a11f047-51ae-5e77-9c0d-6f11e51ae770");

  /** Sorts the files and rejects what is out of range. */
  public SlaBreach {
    files = files.stream().sorted(LateFile.ORDER).toList();
    if (slaMinutes < 1 || slaMinutes > MAX_SLA_MINUTES) {
      throw new IllegalArgumentException("an SLA has 1 to 5,256,000 minutes");
    }
    if (files.isEmpty() || files.size() > MAX_FILES) {
      throw new IllegalArgumentException("a breach has 1 to 400 files");
    }
    if (new HashSet<>(files).size() < files.size()) {
      throw new IllegalArgumentException("a file stands there twice");
    }
  }

  /**
   * Returns the id of this breach: a UUID of version 5 over folder, SLA and sorted files, each with
   * its length first, so that no two breaches are written alike.
   */
  public SlaErrorId id() {
    StringBuilder name = new StringBuilder();
    append(folder.value(), name);
    append(Integer.toString(slaMinutes), name);
    for (LateFile file : files) {
      append(file.name(), name);
      append(file.createdAt().toString(), name);
    }
    return new SlaErrorId(NameUuid.of(NAMESPACE, name.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static void append(String text, StringBuilder name) {
    name.append(text.length()).append(':').append(text);
  }
}
