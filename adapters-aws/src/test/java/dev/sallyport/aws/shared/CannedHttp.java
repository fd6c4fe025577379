package dev.sallyport.aws.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Answers each request with the next answer that a test has put there, and remembers them. */
public final class CannedHttp implements SdkHttpClient {
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();

  /**
   * What was asked.
   *
   * @param head method, address and headers
   * @param body all of it
   */
  public record Request(SdkHttpRequest head, String body) {
    /** Returns a header, or {@code none}. */
    public String header(String name) {
      return head.firstMatchingHeader(name).orElse("none");
    }
  }

  /** Gives an answer, or fails as a connection does. */
  @FunctionalInterface
  private interface Answer {
    HttpExecuteResponse give() throws IOException;
  }

  /** Answers so. */
  public CannedHttp answer(int status, Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return answer(status, headers, new ByteArrayInputStream(bytes), () -> {});
  }

  /** Answers with bytes as they come; tells when the connection is aborted. */
  public CannedHttp answer(
      int status, Map<String, String> headers, InputStream body, Runnable aborted) {
    SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder().statusCode(status);
    headers.forEach(response::putHeader);
    answers.add(() ->
        HttpExecuteResponse.builder()
            .response(response.build())
            .responseBody(AbortableInputStream.create(body, aborted::run))
            .build());
    return this;
  }

  /** Breaks the connection after the request has been sent. */
  public CannedHttp fail(String why) {
    answers.add(() -> {
      throw new IOException(why);
    });
    return this;
  }

  /** Returns the requests so far, each attempt by itself. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        requests.add(new Request(request.httpRequest(), body(request)));
        Answer next = answers.poll();
        if (next == null) {
          throw new AssertionError("a request that no test expects");
        }
        return next.give();
      }

      @Override
      public void abort() {}
    };
  }

  private static String body(HttpExecuteRequest request) {
    return request
        .contentStreamProvider()
        .map(provider -> {
          try (InputStream in = provider.newStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        })
        .orElse("");
  }

  @Override
  public void close() {}
}
