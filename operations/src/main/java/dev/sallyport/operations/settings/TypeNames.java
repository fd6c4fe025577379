package dev.sallyport.operations.settings;

import dev.sallyport.domain.sanitization.FileType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads which types of files may pass. */
public final class TypeNames {
  private TypeNames() {}

  /**
   * Reads names with commas between them, in any case, such as {@code png,jpeg,text}; {@code
   * default} stands for every type that can be looked into, so that {@code default,pdf} adds one
   * that cannot.
   *
   * @throws IllegalArgumentException naming the first that is no type
   */
  public static Set<FileType> parse(String text) {
    Set<FileType> types = EnumSet.noneOf(FileType.class);
    for (String name : text.split(",", -1)) {
      String bare = name.strip().toUpperCase(Locale.ROOT);
      if (bare.equals("DEFAULT")) {
        types.addAll(EnumSet.complementOf(EnumSet.copyOf(FileType.opaque())));
      } else {
        types.add(type(bare));
      }
    }
    return types;
  }

  private static FileType type(String name) {
    return Arrays.stream(FileType.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("not a list of default, " + String.join(", ", names())));
  }

  private static String[] names() {
    return Arrays.stream(FileType.values())
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }
}
