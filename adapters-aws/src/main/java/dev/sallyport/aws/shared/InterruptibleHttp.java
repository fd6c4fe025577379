package dev.sallyport.aws.shared;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Says in the SDK's words that a wait was ended. A time-out of the SDK interrupts its thread; when
 * that waits for a connection of a pool, Apache's client throws a {@link CancellationException},
 * which the SDK takes for a defect: it would neither try again nor say that time was up.
 */
final class InterruptibleHttp implements SdkHttpClient {
  private final SdkHttpClient client;

  InterruptibleHttp(SdkHttpClient client) {
    this.client = client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = client.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        try {
          return prepared.call();
        } catch (CancellationException ended) {
          InterruptedIOException said =
              new InterruptedIOException("no connection of the pool became free");
          said.initCause(ended);
          throw said;
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
