package dev.sallyport.aws.metrics;

/**
 * Under which name metrics are kept.
 *
 * @param namespace of CloudWatch, such as {@code Sallyport}: 1 to 255 of {@code A-Z a-z 0-9 . - _ /
 *     # :} (<a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html">MetricDatum</a>)
 * @param function names the function in every metric, as the dimension {@code function}
 */
public record EmfSettings(String namespace, String function) {
  /** Rejects what CloudWatch would drop without a word. */
  public EmfSettings {
    if (!namespace.matches("[A-Za-z0-9.\\-_/#:]{1,255}") || namespace.startsWith("AWS/")) {
      throw new IllegalArgumentException("not a namespace of CloudWatch");
    }
    if (!function.matches("[A-Za-z0-9.\\-_]{1,140}")) {
      throw new IllegalArgumentException("not the name of a function");
    }
  }
}
