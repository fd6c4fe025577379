package dev.sallyport.http.embedded;

import java.util.List;

/** {@code examples/report.mjs}, which {@code report.html} imports, in Node instead of a browser. */
class ReportScriptOnNodeIT extends ReportClientContract {
  @Override
  List<String> client() {
    return List.of("node", "../examples/report.mjs");
  }
}
