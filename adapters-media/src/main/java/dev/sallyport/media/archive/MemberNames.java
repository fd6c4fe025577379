package dev.sallyport.media.archive;

import dev.sallyport.domain.attachment.DisplayName;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names in one archive. Two members that some system takes for the same are {@code
 * UNSAFE_ENTRY}, since unpackers differ on which of them wins; two that become the same only by
 * what is done to their names here get numbers.
 */
final class MemberNames {
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> given = new HashMap<>();

  /** Takes the name of the next member. */
  MemberPath take(String raw) throws UnfitContentException {
    MemberPath path = MemberPath.of(raw);
    if (path.isRoot() || !seen.add(path.key())) {
      throw new UnfitContentException(ReasonCode.UNSAFE_ENTRY);
    }
    return path;
  }

  /** Returns the name under which a member goes into the new archive, never given before. */
  String give(MemberPath path, FileType type) {
    String extension = "." + path.extension(type);
    String name = named(path, type, extension);
    String base = key(name);
    int number = given.getOrDefault(base, 0);
    while (given.putIfAbsent(key(name), 1) != null) {
      number++;
      name = named(path, type, " (" + number + ")" + extension);
    }
    given.merge(base, number, Math::max);
    return name;
  }

  private static String named(MemberPath path, FileType type, String end) {
    return path.folder() + path.stem(type, DisplayName.MAX_LENGTH - end.length()) + end;
  }

  private static String key(String name) {
    return MemberPath.folded(name);
  }
}
