package dev.sallyport.http.embedded;

import java.nio.file.Path;
import java.util.List;

/** {@code examples/ReportClient.java}. */
class ReportClientTest extends ReportClientContract {
  @Override
  List<String> client() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "../examples/ReportClient.java");
  }
}
