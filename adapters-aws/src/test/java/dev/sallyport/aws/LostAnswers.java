package dev.sallyport.aws;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** Lets a server do what it is asked and loses its answer, as often as a test says. */
final class LostAnswers implements SdkHttpClient {
  private final SdkHttpClient http;
  private final AtomicInteger toLose = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  LostAnswers(SdkHttpClient http) {
    this.http = http;
  }

  /** Loses the answers to the next transactions. */
  void loseNext(int transactions) {
    toLose.set(transactions);
    lost.set(0);
  }

  /** Returns how many were lost since. */
  int lost() {
    return lost.get();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = http.prepareRequest(request);
    boolean isTransaction =
        request
            .httpRequest()
            .firstMatchingHeader("X-Amz-Target")
            .orElse("")
            .endsWith("TransactWriteItems");
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        HttpExecuteResponse response = prepared.call();
        if (isTransaction && toLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
          try (var body = response.responseBody().orElseThrow()) {
            body.readAllBytes();
          }
          lost.incrementAndGet();
          throw new SocketTimeoutException("lost");
        }
        return response;
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public void close() {
    http.close();
  }
}
