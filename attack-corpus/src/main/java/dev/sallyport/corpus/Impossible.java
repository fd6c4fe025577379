package dev.sallyport.corpus;

import static dev.sallyport.corpus.Family.ARCHIVES;
import static dev.sallyport.corpus.Family.AUDIO;
import static dev.sallyport.corpus.Family.DOCUMENTS;
import static dev.sallyport.corpus.Family.DUMPS;
import static dev.sallyport.corpus.Family.IMAGES;
import static dev.sallyport.corpus.Family.OTHERS;
import static dev.sallyport.corpus.Family.TEXT;
import static dev.sallyport.corpus.Family.VIDEO;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why some attacks cannot be tried with some files. */
final class Impossible {
  private static final Map<AttackClass, Map<Family, String>> REASONS =
      new EnumMap<>(AttackClass.class);

  static {
    Set<Family> all = EnumSet.allOf(Family.class);
    note(AttackClass.PIXEL_FLOOD, "has no pixels that are decoded", except(all, IMAGES));
    note(AttackClass.UNSAFE_ENTRY, "has no members", except(all, ARCHIVES));
    note(AttackClass.CONTROLS, "is not shown as text", except(all, TEXT));
    note(AttackClass.SECRETS, "is not read as text", except(except(all, TEXT), ARCHIVES));
    note(AttackClass.NESTING, "nests nothing", EnumSet.of(IMAGES, AUDIO, DUMPS));
    note(
        AttackClass.EXPANSION,
        "is kept as it came, so nothing unfolds",
        EnumSet.of(AUDIO, VIDEO, DUMPS));
    note(
        AttackClass.ENCRYPTED,
        "has no encryption of its own",
        EnumSet.of(IMAGES, TEXT, AUDIO, DUMPS));
    note(AttackClass.ACTIVE, "runs and fetches nothing", EnumSet.of(IMAGES, AUDIO, VIDEO, DUMPS));
    note(
        AttackClass.POLYGLOT,
        "parsed to its last byte: what stands before or behind it is in the rows of broken and"
            + " appended data",
        EnumSet.of(AUDIO, VIDEO, DUMPS));
    note(AttackClass.METADATA, "is metadata throughout", EnumSet.of(TEXT));
    note(
        AttackClass.METADATA,
        "is wholly private: served with a permission of its own",
        EnumSet.of(DUMPS));
    note(AttackClass.CHUNK_BOMB, "declares no sizes", EnumSet.of(TEXT));
    note(
        AttackClass.UNSUPPORTED,
        "is a type that is handled",
        EnumSet.of(IMAGES, AUDIO, DUMPS, DOCUMENTS));
    for (AttackClass attack : AttackClass.values()) {
      if (attack != AttackClass.UNSUPPORTED) {
        note(attack, "is rejected unopened", EnumSet.of(OTHERS));
      }
      if (attack != AttackClass.ACTIVE && attack != AttackClass.ENCRYPTED) {
        note(attack, "is rejected unopened", EnumSet.of(DOCUMENTS));
      }
    }
  }

  private Impossible() {}

  private static void note(AttackClass attack, String reason, Set<Family> families) {
    Map<Family, String> reasons = REASONS.computeIfAbsent(attack, _ -> new EnumMap<>(Family.class));
    families.forEach(family -> reasons.putIfAbsent(family, reason));
  }

  private static Set<Family> except(Set<Family> all, Family one) {
    Set<Family> rest = EnumSet.copyOf(all);
    rest.remove(one);
    return rest;
  }

  static Optional<String> reason(AttackClass attack, Family family) {
    return Optional.ofNullable(REASONS.getOrDefault(attack, Map.of()).get(family));
  }
}
