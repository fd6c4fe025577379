package dev.sallyport.http.storage;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.domain.attachment.policy.S3Error;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageKeys;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the embedded store's buckets below {@link InMemoryStorageConfig#PATH} as S3 serves its own
 * with path-style addresses: signed forms, presigned GET, HEAD and PUT, and S3's errors for
 * everything else. Public assets it serves to everybody, as a CDN in front of S3 would.
 *
 * <p>Bodies stream in both directions. How slow a client may be is the server's business; a client
 * that goes away leaves nothing. Fields, URLs and keys are never logged.
 */
public final class StorageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(StorageServlet.class);
  private static final String ROOT = InMemoryStorageConfig.PATH + "/";
  private static final int ID_BYTES = 16;

  /** So that a client which first sends and then listens gets to hear why it is refused. */
  private static final int MOST_DRAINED = 1 << 20;

  private final transient Gatekeeper gatekeeper;
  private final transient FormUpload forms;
  private final transient ObjectDownload downloads;
  private final transient ObjectPut puts;
  private final transient StorageCors cors;
  private final transient IdGenerator ids;

  /**
   * Makes a servlet to be mounted at {@code /storage/*}.
   *
   * @param allowedOrigins tells which web pages may post and read, by the text of their origin
   */
  public StorageServlet(
      InMemoryObjectStore store,
      StorageKeys keys,
      InMemoryStorageConfig config,
      Predicate<String> allowedOrigins,
      Clock clock,
      IdGenerator ids) {
    this.gatekeeper = new Gatekeeper(keys, clock);
    this.forms = new FormUpload(store, keys, config, clock);
    this.downloads = new ObjectDownload(store);
    this.puts = new ObjectPut(store);
    this.cors = new StorageCors(allowedOrigins);
    this.ids = ids;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String requestId = HexFormat.of().withUpperCase().formatHex(ids.newSecret(ID_BYTES));
    response.setHeader("x-amz-request-id", requestId);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Referrer-Policy", "no-referrer");
    cors.addHeaders(request, response);
    try {
      dispatch(request, response);
    } catch (S3Refusal refusal) {
      refuse(request, response, refusal.error(), requestId);
    } catch (PortUnavailableException e) {
      LOG.atWarn().addKeyValue("requestId", requestId).setCause(e).log("store cannot take it");
      refuse(request, response, S3Error.SLOW_DOWN, requestId);
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("requestId", requestId).setCause(e).log("storage request failed");
      refuse(request, response, S3Error.INTERNAL_ERROR, requestId);
    }
  }

  private void dispatch(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getMethod()) {
      case "OPTIONS" -> cors.preflight(request, response);
      case "POST" -> post(request, response);
      case "PUT" -> puts.store(request, response, gatekeeper.admit(request));
      case "GET", "HEAD" -> downloads.send(request, response, asked(request));
      default -> {
        gatekeeper.admit(request);
        throw new S3Refusal(S3Error.METHOD_NOT_ALLOWED);
      }
    }
  }

  /** What is public is read as from a CDN, without a signature. */
  private SignedRequest asked(HttpServletRequest request) {
    return PublicAsset.asked(request).orElseGet(() -> gatekeeper.admit(request));
  }

  /** A form is posted to a bucket and to nothing else. */
  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getRequestURI();
    String bucket = path.startsWith(ROOT) ? path.substring(ROOT.length()) : "";
    if (bucket.endsWith("/")) {
      bucket = bucket.substring(0, bucket.length() - 1);
    }
    if (request.getQueryString() != null || bucket.isEmpty() || bucket.indexOf('/') >= 0) {
      gatekeeper.admit(request);
      throw new S3Refusal(S3Error.METHOD_NOT_ALLOWED);
    }
    forms.accept(request, response, bucket);
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, S3Error error, String requestId)
      throws IOException {
    LOG.atDebug()
        .addKeyValue("requestId", requestId)
        .addKeyValue("code", error.code())
        .log("storage request refused");
    if (request.getMethod().equals("POST") || request.getHeader("Expect") == null) {
      drain(request.getInputStream());
    }
    ErrorAnswer.send(request, response, error, requestId);
  }

  private static void drain(InputStream body) throws IOException {
    byte[] chunk = new byte[16 * 1024];
    int drained = 0;
    int count = body.read(chunk);
    while (count >= 0 && drained <= MOST_DRAINED) {
      drained += count;
      count = body.read(chunk);
    }
  }
}
