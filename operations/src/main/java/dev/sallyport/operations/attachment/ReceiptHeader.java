package dev.sallyport.operations.attachment;

import dev.sallyport.domain.attachment.Receipt;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.json.TextShape;
import java.util.Arrays;
import java.util.List;

/** Receipts as requests carry them: in a header, never in an address or a body. */
public final class ReceiptHeader {
  /** Its name. */
  public static final String NAME = "Sallyport-Receipt";

  private static final String ONE = "[A-Za-z0-9_-]{43}";
  private static final int LENGTH = 43;

  /** A separator with generous white space around it. */
  private static final int SEPARATOR = 5;

  private ReceiptHeader() {}

  /** The header with exactly one receipt. */
  public static Parameter one() {
    return new Parameter(
        Parameter.In.HEADER,
        NAME,
        TextShape.of(ONE, LENGTH, "a receipt"),
        true,
        "The receipt of the grant.");
  }

  /** The header with up to so many receipts. */
  public static Parameter upTo(int most, String description) {
    return Parameter.header(
        NAME,
        TextShape.of(
            ONE + "(?:[ \t]{0,2},[ \t]{0,2}" + ONE + "){0," + (most - 1) + "}",
            most * (LENGTH + SEPARATOR),
            "1 to " + most + " receipts separated by commas"),
        description);
  }

  /** Returns the receipts of a call, none when it carries none. */
  public static List<Receipt> of(Call call) {
    return call.findParameter(NAME, String.class).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .map(Receipt::new)
        .toList();
  }
}
