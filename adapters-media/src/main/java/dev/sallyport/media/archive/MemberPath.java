package dev.sallyport.media.archive;

import dev.sallyport.domain.attachment.DisplayName;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a member, which says nothing but where a person would look for it.
 *
 * <p>A name that could leave the folder into which an archive is unpacked, on any system, is {@code
 * UNSAFE_ENTRY}; whatever else is odd about one is made harmless: each segment is a {@link
 * DisplayName} without characters and names that Windows keeps for itself (<a
 * href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file">naming files</a>).
 *
 * @param original the segments as they came, without those that mean nothing
 * @param shown the segments as they are shown, as many
 */
record MemberPath(List<String> original, List<String> shown) {
  private static final int MAX_SEGMENTS = 32;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern KEPT_BY_WINDOWS = Pattern.compile("[<>:\"|?*]");
  private static final Pattern DEVICE =
      Pattern.compile(
          "(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])( *\\..*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{1,5}");
  private static final Pattern END = Pattern.compile("[. ]+$");
  private static final Set<FileType> TEXTS =
      Set.of(FileType.TEXT, FileType.CSV, FileType.JSON, FileType.XML);

  /** Reads a name as it stands in an archive, with slashes. */
  static MemberPath of(String raw) throws UnfitContentException {
    if (raw.isEmpty()
        || raw.startsWith("/")
        || raw.indexOf('\\') >= 0
        || raw.indexOf('\0') >= 0
        || DRIVE.matcher(raw).matches()) {
      throw new UnfitContentException(ReasonCode.UNSAFE_ENTRY);
    }
    List<String> original = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (String segment : raw.split("/", -1)) {
      if (!segment.isEmpty() && !segment.equals(".")) {
        original.add(segment);
        shown.add(shown(segment));
      }
    }
    return new MemberPath(original, shown);
  }

  private static String shown(String segment) throws UnfitContentException {
    String name = DisplayName.of(segment).map(DisplayName::value).orElse("");
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    // Some systems fold wide dots and slashes into plain ones.
    if (plain.equals("..") || plain.indexOf('/') >= 0 || plain.indexOf('\\') >= 0) {
      throw new UnfitContentException(ReasonCode.UNSAFE_ENTRY);
    }
    String kept = END.matcher(KEPT_BY_WINDOWS.matcher(name).replaceAll("_")).replaceAll("");
    if (kept.isEmpty()) {
      return "unnamed";
    }
    return DEVICE.matcher(kept).matches() ? "_" + kept : kept;
  }

  /** Tells whether nothing is left, as of a folder that holds everything. */
  boolean isRoot() {
    return original.isEmpty();
  }

  /** Tells whether a desktop has put this beside the files that a person packed. */
  boolean isLeftByDesktop() {
    return original.getFirst().equals("__MACOSX") || original.getLast().equals(".DS_Store");
  }

  /** Tells whether this is where an OpenDocument file says its type. */
  boolean isOpenDocumentType() {
    return original.equals(List.of("mimetype"));
  }

  /** Returns what is the same for names that some system takes for the same. */
  String key() {
    return folded(Normalizer.normalize(String.join("/", original), Normalizer.Form.NFC));
  }

  /** Returns a name without the difference of large and small letters; a digest of a long one. */
  static String folded(String name) {
    String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return folded.length() <= DisplayName.MAX_LENGTH
        ? folded
        : Sha256.of(folded.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Tells whether a person would see that this is another name. */
  boolean isShownAs(String name) {
    return Normalizer.normalize(String.join("/", original), Normalizer.Form.NFC).equals(name);
  }

  /** Returns the folders that lead there, the nearest ones of very many. */
  String folder() {
    int last = shown.size() - 1;
    List<String> folders = shown.subList(Math.max(0, last - MAX_SEGMENTS), last);
    return folders.isEmpty() ? "" : String.join("/", folders) + "/";
  }

  /**
   * Returns the last segment without an extension that the type brings, cut to a length. Text keeps
   * the extension that it had, because {@code app.log.txt} tells more than {@code app.txt}.
   */
  String stem(FileType type, int length) {
    String name = shown.getLast();
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1);
    boolean goes =
        dot > 0
            && (extension.equals(extension(type))
                || (!TEXTS.contains(type) && EXTENSION.matcher(extension).matches()));
    String stem = goes ? name.substring(0, dot) : name;
    if (stem.length() > length) {
      int end = Character.isHighSurrogate(stem.charAt(length - 1)) ? length - 1 : length;
      stem = stem.substring(0, end);
    }
    String kept = END.matcher(stem).replaceAll("");
    return kept.isEmpty() ? "unnamed" : kept;
  }

  /** Returns the extension for the type: the one that is there when it means the same. */
  String extension(FileType type) {
    String name = shown.getLast();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    boolean same =
        switch (type) {
          case JPEG -> extension.equalsIgnoreCase("jpeg") || extension.equalsIgnoreCase("jpe");
          case GZIP -> extension.equalsIgnoreCase("tgz");
          case MP4 -> extension.equalsIgnoreCase("m4a") || extension.equalsIgnoreCase("m4v");
          default -> false;
        };
    return same || extension.equalsIgnoreCase(type.extension()) ? extension : type.extension();
  }
}
