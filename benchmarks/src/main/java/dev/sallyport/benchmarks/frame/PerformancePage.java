package dev.sallyport.benchmarks.frame;

/**
 * Renews the measured parts of a page and leaves the rest as people wrote it. The part of {@code
 * presign} stands between the lines {@code <!-- bench presign -->} and {@code <!-- end presign
 * -->}.
 */
public final class PerformancePage {
  private PerformancePage() {}

  /**
   * The page with this result in its place.
   *
   * @throws BenchmarkFailedException when the page has no place for it
   */
  public static String renew(String page, Result result) {
    String begin = "<!-- bench " + result.benchmark() + " -->\n";
    String end = "<!-- end " + result.benchmark() + " -->\n";
    int from = page.indexOf(begin);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new BenchmarkFailedException(
          "the page has no lines " + begin.strip() + ", " + end.strip());
    }
    return page.substring(0, from + begin.length())
        + ResultTable.write(result)
        + page.substring(to);
  }
}
