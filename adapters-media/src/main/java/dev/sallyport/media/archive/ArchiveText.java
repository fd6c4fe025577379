package dev.sallyport.media.archive;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes names that may be in UTF-8 or, in old archives, in the alphabet of the first PC. */
final class ArchiveText {
  /**
   * Bytes 128 to 255 of <a
   * href="https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT">code page 437</a>.
   */
  private static final String PC =
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
          + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

  private ArchiveText() {}

  /**
   * Decodes a name.
   *
   * @param isUtf8 whether the archive says that it is; if it does not, UTF-8 is tried all the same,
   *     since many writers say nothing
   */
  static String decode(byte[] raw, boolean isUtf8) throws UnfitContentException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      if (isUtf8) {
        throw new UnfitContentException(ReasonCode.MALFORMED, e);
      }
    }
    StringBuilder name = new StringBuilder(raw.length);
    for (byte b : raw) {
      name.append(b >= 0 ? (char) b : PC.charAt(b & 0x7f));
    }
    return name.toString();
  }
}
