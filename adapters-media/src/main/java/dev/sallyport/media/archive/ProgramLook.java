package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Tells documents and programs that use ZIP as their container from archives of files. */
final class ProgramLook {
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

  private boolean manifest;
  private boolean classes;
  private boolean document;

  void at(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    document |= plain.equals("[content_types].xml");
    manifest |= plain.equals("meta-inf/manifest.mf");
    classes |= plain.endsWith(".class");
  }

  void finish() throws UnfitContentException {
    if (document || (manifest && classes)) {
      throw new UnfitContentException(ReasonCode.ACTIVE_CONTENT);
    }
  }

  /** Looks at the member in which an OpenDocument file says its type. */
  static void atType(Content bytes) throws IOException {
    byte[] start = new byte[OPEN_DOCUMENT.length()];
    int count = bytes.read(0, start);
    if (new String(start, 0, count, StandardCharsets.ISO_8859_1).equals(OPEN_DOCUMENT)) {
      throw new UnfitContentException(ReasonCode.ACTIVE_CONTENT);
    }
  }
}
