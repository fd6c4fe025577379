package dev.sallyport.http;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpRequest;
import dev.sallyport.operations.HttpResponse;
import dev.sallyport.operations.OperationCatalog;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what Jetty refuses before anybody else sees it (a request that is no HTTP, a head that is
 * too large, a stop that has begun) in the same form as every other refusal, without a word of the
 * request in it.
 */
final class RefusalHandler implements Request.Handler {
  private static final byte[] NOTHING = {};

  private final OperationCatalog catalog;
  private final IdGenerator ids;

  RefusalHandler(OperationCatalog catalog, IdGenerator ids) {
    this.catalog = catalog;
    this.ids = ids;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpResponse answer = catalog.refuse(head(request), code(request, response), Optional.empty());
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }

  private HttpRequest head(Request request) {
    return new HttpRequest(
        ids.newId().toString(),
        request.getMethod(),
        "/",
        Map.of(),
        Map.of(),
        NOTHING,
        client(request));
  }

  private static InetAddress client(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress ip
            && ip.getAddress() != null
        ? ip.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private static ErrorCode code(Request request, Response response) {
    Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    int status = cause instanceof HttpException known ? known.getCode() : response.getStatus();
    return switch (status) {
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 408 -> ErrorCode.REQUEST_TIMEOUT;
      case 413 -> ErrorCode.BODY_TOO_LARGE;
      case 414 -> ErrorCode.URI_TOO_LONG;
      case 431 -> ErrorCode.HEADERS_TOO_LARGE;
      case 503 -> ErrorCode.UNAVAILABLE;
      default -> status < 500 ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL;
    };
  }
}
