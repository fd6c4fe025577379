package dev.sallyport.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** Answers calls of the SDK as a test says, one after the other, and remembers what was asked. */
public final class ScriptedHttp implements SdkHttpClient {
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> bodies = new ArrayList<>();
  private Answer otherwise = new Answer(200, "{}");

  private record Answer(int status, String body) {}

  private static final Answer LOST = new Answer(0, "");

  /** Answers the next call with this JSON. */
  public ScriptedHttp ok(String json) {
    answers.add(new Answer(200, json));
    return this;
  }

  /** Refuses the next call as DynamoDB does. */
  public ScriptedHttp refuse(int status, String type, String more) {
    answers.add(refusal(status, type, more));
    return this;
  }

  /** Lets the answer to the next call never come. */
  public ScriptedHttp lose() {
    answers.add(LOST);
    return this;
  }

  /** Cancels the next transaction for these reasons, one for each of its items. */
  public ScriptedHttp cancel(String... codes) {
    List<String> reasons = new ArrayList<>();
    for (String code : codes) {
      reasons.add("{\"Code\":\"" + code + "\"}");
    }
    return refuse(
        400,
        "TransactionCanceledException",
        ",\"CancellationReasons\":[" + String.join(",", reasons) + "]");
  }

  /** Refuses every call that nothing else was said about. */
  public ScriptedHttp otherwiseRefuse(int status, String type) {
    otherwise = refusal(status, type, "");
    return this;
  }

  /** Answers every call that nothing else was said about with this JSON. */
  public ScriptedHttp otherwise(String json) {
    otherwise = new Answer(200, json);
    return this;
  }

  private static Answer refusal(int status, String type, String more) {
    return new Answer(
        status,
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#"
            + type
            + "\",\"message\":\"\""
            + more
            + "}");
  }

  /** Returns the bodies of all requests so far. */
  public List<String> bodies() {
    return List.copyOf(bodies);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        bodies.add(bodyOf(request));
        Answer answer = answers.isEmpty() ? otherwise : answers.remove();
        if (answer.equals(LOST)) {
          throw new SocketTimeoutException("lost");
        }
        return response(answer);
      }

      @Override
      public void abort() {}
    };
  }

  private static String bodyOf(HttpExecuteRequest request) {
    try (var body = request.contentStreamProvider().orElseThrow().newStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpExecuteResponse response(Answer answer) {
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(answer.status())
                .putHeader("Content-Type", "application/x-amz-json-1.0")
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }

  @Override
  public void close() {}
}
