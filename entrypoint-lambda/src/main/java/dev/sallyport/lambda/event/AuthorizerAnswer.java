package dev.sallyport.lambda.event;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">simple
 * response</a> of an authorizer.
 */
public final class AuthorizerAnswer {
  private AuthorizerAnswer() {}

  /** Writes it. */
  public static void write(boolean isAuthorized, OutputStream to) throws IOException {
    EventReader.write(
        to,
        out -> {
          out.writeStartObject();
          out.writeBooleanField("isAuthorized", isAuthorized);
          out.writeEndObject();
        });
  }
}
