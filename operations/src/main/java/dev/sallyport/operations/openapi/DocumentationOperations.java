package dev.sallyport.operations.openapi;

import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.HttpOperation;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the document and a page of ours that shows it. The page loads nothing from other hosts and
 * writes what it reads as text.
 */
final class DocumentationOperations {
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  @Inject
  DocumentationOperations() {}

  Set<HttpOperation> all() {
    return Set.of(
        file("showOpenApi", "/openapi.json", "openapi.json", "application/json"),
        file("showRoot", "/", "docs.html", "text/html; charset=utf-8"),
        file("showDocs", "/docs", "docs.html", "text/html; charset=utf-8"),
        file("showDocsScript", "/docs.js", "docs.js", "text/javascript; charset=utf-8"),
        file("showDocsStyle", "/docs.css", "docs.css", "text/css; charset=utf-8"));
  }

  private HttpOperation file(String id, String path, String name, String mediaType) {
    return HttpOperation.of(id, "GET", path, AccessRule.PUBLIC)
        .summary("Describes the operations: " + name + ".")
        .answersBytes(200, "The file.", mediaType)
        .cacheable()
        .calls(_ ->
            Answer.bytes(mediaType, files.computeIfAbsent(name, DocumentationOperations::load))
                .header("Content-Security-Policy", PAGE_POLICY));
  }

  private static byte[] load(String name) {
    try (InputStream file = DocumentationOperations.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalStateException("a file of the build is missing: " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("a file of the build cannot be read: " + name, e);
    }
  }
}
