package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.S3Error;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.ObjectUpload;
import dev.sallyport.inmemory.storage.ObjectVersion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Stores the body of a presigned PUT; the object exists only when length and every digest that the
 * client named are right.
 */
final class ObjectPut {
  /**
   * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html">5 GiB</a>.
   */
  private static final long LARGEST = 5L << 30;

  private static final int LONGEST_KEY = 1024;
  private static final int CHUNK = 64 * 1024;
  private static final S3Error INVALID_DIGEST =
      new S3Error("InvalidDigest", 400, "The Content-MD5 you specified was invalid.");

  private final InMemoryObjectStore store;

  ObjectPut(InMemoryObjectStore store) {
    this.store = store;
  }

  void store(HttpServletRequest request, HttpServletResponse response, SignedRequest signed)
      throws IOException {
    long length = request.getContentLengthLong();
    if (length < 0) {
      throw new S3Refusal(S3Error.MISSING_CONTENT_LENGTH);
    }
    if (length > LARGEST) {
      throw new S3Refusal(S3Error.ENTITY_TOO_LARGE);
    }
    if (signed.key().getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw new S3Refusal(S3Error.KEY_TOO_LONG);
    }
    // SDKs add the name of the operation; every other parameter asks for another operation.
    if (signed.parameters().keySet().stream().anyMatch(name -> !name.equals("x-id"))) {
      throw new S3Refusal(S3Error.NOT_IMPLEMENTED);
    }
    WriteTerms terms = WriteTerms.of(headers(request));
    try (ObjectUpload upload = store.begin(signed.bucket(), signed.key())) {
      copy(request.getInputStream(), upload, length);
      ObjectUpload.Received received = upload.received();
      terms.check(received);
      checkMd5(request, received);
      if (signed.contentSha256().isPresent()
          && !signed.contentSha256().get().equals(received.sha256().hex())) {
        throw new S3Refusal(S3Error.CONTENT_SHA256_MISMATCH);
      }
      ObjectVersion version = upload.commit(terms.attributes());
      ObjectHeaders.identify(response, version);
      response.setStatus(HttpServletResponse.SC_OK);
    }
  }

  private static void checkMd5(HttpServletRequest request, ObjectUpload.Received received) {
    String md5 = request.getHeader("Content-MD5");
    if (md5 == null) {
      return;
    }
    try {
      byte[] digest = Base64.getDecoder().decode(md5);
      if (digest.length != 16) {
        throw new S3Refusal(INVALID_DIGEST);
      }
      if (!HexFormat.of().formatHex(digest).equals(received.md5())) {
        throw new S3Refusal(S3Error.BAD_DIGEST);
      }
    } catch (IllegalArgumentException notBase64) {
      throw new S3Refusal(INVALID_DIGEST);
    }
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(
          name.toLowerCase(Locale.ROOT),
          String.join(",", Collections.list(request.getHeaders(name))));
    }
    return headers;
  }

  private static void copy(InputStream in, ObjectUpload upload, long length) throws IOException {
    byte[] chunk = new byte[CHUNK];
    int count = in.read(chunk);
    while (count >= 0) {
      upload.write(chunk, 0, count);
      count = in.read(chunk);
    }
    if (upload.size() != length) {
      throw new S3Refusal(S3Error.INCOMPLETE_BODY);
    }
  }
}
