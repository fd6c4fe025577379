package dev.sallyport.aws.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * The tags of a metric as CloudWatch takes them: at most 30, each with a name of 1 to 250 and a
 * value of 1 to 1,024 visible ASCII characters (<a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html">Dimension</a>;
 * values are held shorter here).
 *
 * @param values values by name, in the order of the code that gave them
 */
record Dimensions(SequencedMap<String, String> values) {
  /** The dimension that every metric has. */
  static final String FUNCTION = "function";

  private static final int MOST = 30;
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.\\-]{0,99}");
  private static final Pattern VALUE = Pattern.compile("[!-~]{1,200}");

  /** Returns nothing for tags that CloudWatch would drop. */
  static Optional<Dimensions> of(String function, String... tags) {
    if (tags.length % 2 != 0 || tags.length / 2 >= MOST) {
      return Optional.empty();
    }
    SequencedMap<String, String> values = new LinkedHashMap<>(Map.of(FUNCTION, function));
    for (int i = 0; i < tags.length; i += 2) {
      boolean fits = NAME.matcher(tags[i]).matches() && VALUE.matcher(tags[i + 1]).matches();
      if (!fits || values.putIfAbsent(tags[i], tags[i + 1]) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Dimensions(values));
  }

  /** Returns whether a metric can have this name: values of tags stand beside those of metrics. */
  boolean isFreeFor(String metric) {
    return NAME.matcher(metric).matches() && !values.containsKey(metric);
  }
}
