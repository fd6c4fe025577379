package dev.sallyport.operations.settings;

import dev.sallyport.domain.report.MappedArea;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads areas of maps as they are set: {@code NAME:MINX,MINY,MAXX,MAXY}, and {@code :COLUMNSxROWS}
 * behind it when there are to be others than 64x64 bins.
 */
public final class AreaText {
  private static final int BINS = 64;
  private static final String NUMBER = "(-?\\d{1,15}(?:\\.\\d{1,15})?)";
  private static final Pattern AREA =
      Pattern.compile(
          "(.{1,100}):"
              + String.join(",", NUMBER, NUMBER, NUMBER, NUMBER)
              + "(?::(\\d{1,3})x(\\d{1,3}))?");

  private AreaText() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static MappedArea parse(String text) {
    Matcher area = AREA.matcher(text);
    if (!area.matches()) {
      throw new IllegalArgumentException("not NAME:MINX,MINY,MAXX,MAXY or with :COLUMNSxROWS");
    }
    return new MappedArea(
        area.group(1),
        Double.parseDouble(area.group(2)),
        Double.parseDouble(area.group(3)),
        Double.parseDouble(area.group(4)),
        Double.parseDouble(area.group(5)),
        bins(area.group(6)),
        bins(area.group(7)));
  }

  private static int bins(@Nullable String text) {
    return text == null ? BINS : Integer.parseInt(text);
  }
}
