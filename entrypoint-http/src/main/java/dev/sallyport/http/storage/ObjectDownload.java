package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.S3Error;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.ObjectVersion;
import dev.sallyport.inmemory.storage.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends an object, or what is known of it: as an attachment, unless the signer said otherwise. That
 * no browser sniffs or runs it is said by {@link StorageServlet} in every answer.
 */
final class ObjectDownload {
  private static final int CHUNK = 64 * 1024;
  private static final Map<String, String> OVERRIDES =
      Map.of(
          "response-content-type", "Content-Type",
          "response-content-disposition", "Content-Disposition",
          "response-content-encoding", "Content-Encoding",
          "response-content-language", "Content-Language",
          "response-cache-control", "Cache-Control",
          "response-expires", "Expires");

  private final InMemoryObjectStore store;

  ObjectDownload(InMemoryObjectStore store) {
    this.store = store;
  }

  void send(HttpServletRequest request, HttpServletResponse response, SignedRequest signed)
      throws IOException {
    signed.parameters().forEach(ObjectDownload::requireKnown);
    StoredObject object = find(signed);
    ObjectVersion version = object.version();
    ObjectHeaders.identify(response, version);
    response.setHeader("Last-Modified", ObjectHeaders.httpDate(version.lastModified()));
    switch (Preconditions.of(request, version)) {
      case FAILED -> throw new S3Refusal(S3Error.NOT_MULTIPART);
      case NOT_MODIFIED -> response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      case HOLD -> sendContent(request, response, signed, object);
    }
  }

  private void sendContent(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedRequest signed,
      StoredObject object)
      throws IOException {
    ObjectVersion version = object.version();
    long size = version.size().bytes();
    Optional<ByteRange> asked =
        Optional.ofNullable(request.getHeader("Range"))
            .filter(_ -> Preconditions.allowRange(request, version))
            .flatMap(header -> ByteRange.parse(header, size));
    if (asked.isPresent() && !asked.get().isSatisfiable()) {
      response.setHeader("Content-Range", "bytes */" + size);
      throw new S3Refusal(S3Error.INVALID_RANGE);
    }
    ByteRange range = asked.orElse(new ByteRange(0, size));
    try (InputStream in = object.open(range.first())) {
      addHeaders(request, response, signed, version);
      asked.ifPresent(part -> {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader("Content-Range", part.contentRange(size));
      });
      response.setContentLengthLong(range.count());
      if (!request.getMethod().equals("HEAD")) {
        copy(in, response.getOutputStream(), range.count());
      }
    } catch (NoSuchFileException deletedSinceItWasFound) {
      throw new S3Refusal(S3Error.NO_SUCH_KEY);
    }
  }

  private static void addHeaders(
      HttpServletRequest request,
      HttpServletResponse response,
      SignedRequest signed,
      ObjectVersion version) {
    response.setHeader("Content-Type", version.attributes().contentType());
    response.setHeader("Content-Disposition", "attachment");
    version
        .attributes()
        .cacheControl()
        .ifPresent(value -> response.setHeader("Cache-Control", value));
    response.setHeader("Accept-Ranges", "bytes");
    if (wantsChecksum(request, signed)) {
      response.setHeader("x-amz-checksum-sha256", version.sha256().base64());
    }
    OVERRIDES.forEach((parameter, header) -> {
      String value = signed.parameters().get(parameter);
      if (value != null) {
        response.setHeader(header, value);
      }
    });
  }

  private static boolean wantsChecksum(HttpServletRequest request, SignedRequest signed) {
    String mode = "x-amz-checksum-mode";
    return "ENABLED".equalsIgnoreCase(request.getHeader(mode))
        || "ENABLED".equalsIgnoreCase(signed.parameters().get(mode));
  }

  private StoredObject find(SignedRequest signed) {
    String id = signed.parameters().get("versionId");
    if (id == null) {
      return store
          .find(signed.bucket(), signed.key())
          .orElseThrow(() -> new S3Refusal(S3Error.NO_SUCH_KEY));
    }
    return version(id)
        .flatMap(version -> store.find(signed.bucket(), signed.key(), version))
        .orElseThrow(() -> new S3Refusal(S3Error.NO_SUCH_VERSION));
  }

  private static Optional<VersionId> version(String text) {
    try {
      return Optional.of(new VersionId(text));
    } catch (IllegalArgumentException nobodysVersion) {
      return Optional.empty();
    }
  }

  /** S3 ignores parameters that begin with {@code x-}; every other name could ask for something. */
  private static void requireKnown(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean known =
        name.equals("versionId")
            || OVERRIDES.containsKey(name)
            || lower.equals("x-amz-checksum-mode")
            || (lower.startsWith("x-") && !lower.startsWith("x-amz-"));
    if (!known) {
      throw new S3Refusal(S3Error.NOT_IMPLEMENTED);
    }
    if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new S3Refusal(
          S3Error.INVALID_ARGUMENT.withMessage("Header value cannot be represented."));
    }
  }

  private static void copy(InputStream in, OutputStream out, long count) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(1, count))];
    long left = count;
    while (left > 0) {
      int read = in.read(chunk, 0, (int) Math.min(chunk.length, left));
      if (read < 0) {
        throw new EOFException("an object is shorter than its size");
      }
      out.write(chunk, 0, read);
      left -= read;
    }
  }
}
