package dev.sallyport.web.tracker;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to Jira and reads short answers, each call within its time. Opens no connection before the
 * first, follows no redirect and tries nothing twice.
 */
final class JiraExchange {
  /** Most bytes of an answer; those that are needed have some hundred. */
  static final int MAX_ANSWER = 256 * 1024;

  private static final String PORT = "issue tracker";

  private final JiraSettings settings;
  private final HoldOff holdOff;
  private @Nullable HttpClient client; // guarded by this

  JiraExchange(JiraSettings settings, Clock clock) {
    this.settings = settings;
    this.holdOff = new HoldOff(clock);
  }

  /**
   * Posts JSON and returns whatever the answer is, except that a wish not to be asked is kept.
   *
   * @throws PortUnavailableException when it was certainly not taken
   * @throws OutcomeUnknownException when it may have been
   */
  HttpResponse<byte[]> post(String path, byte[] json) {
    if (holdOff.isOn()) {
      throw new PortUnavailableException(PORT, null);
    }
    HttpResponse<byte[]> answer = send(request(path, json));
    if (answer.statusCode() == 429) {
      holdOff.begin(answer.headers());
    } else if (answer.statusCode() >= 500) {
      holdOff.beginIfAsked(answer.headers());
    }
    return answer;
  }

  private HttpRequest request(String path, byte[] json) {
    return HttpRequest.newBuilder(settings.at(path))
        .timeout(settings.answerTime())
        .header("Authorization", settings.login().get().authorization())
        .header("Accept", "application/json")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(json))
        .build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
    try {
      // The time of the request ends with the header; this one ends with the last byte.
      return sent.get(settings.answerTime().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new OutcomeUnknownException(PORT, e);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new OutcomeUnknownException(PORT, e);
    }
  }

  /** Made when it is first needed: it has a thread of its own. */
  private synchronized HttpClient client() {
    @Nullable HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .connectTimeout(settings.connectTime())
              .followRedirects(Redirect.NEVER)
              .build();
      client = made;
    }
    return made;
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    boolean isUnsent =
        cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
            || cause instanceof SSLHandshakeException;
    if (isUnsent) {
      return new PortUnavailableException(PORT, cause);
    }
    if (cause instanceof IOException) {
      return new OutcomeUnknownException(PORT, cause);
    }
    return new IllegalStateException("a call of the issue tracker has failed", cause);
  }
}
