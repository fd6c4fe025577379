package dev.sallyport.operations.identity;

import dev.sallyport.application.identity.port.UserDirectory.Tokens;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.WordShape;
import java.util.List;

/** How tokens are written. */
final class TokenJson {
  /** Most characters of a token. */
  static final int MAX_TOKEN = 8192;

  private static final TextShape TOKEN = TextShape.text(1, MAX_TOKEN);

  static final Shape SHAPE =
      ObjectShape.of(
          Member.required("accessToken", TOKEN).says("For the header Authorization: Bearer."),
          Member.required("idToken", TOKEN).says("Who the user is; no operation accepts it."),
          Member.optional("refreshToken", TOKEN),
          Member.required("expiresIn", new IntegerShape(1, Integer.MAX_VALUE))
              .says("How many seconds the access token lives."),
          Member.required("tokenType", WordShape.of(List.of("Bearer"))));

  private TokenJson() {}

  static Answer answer(Tokens tokens) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("accessToken", tokens.accessToken());
          out.writeStringField("idToken", tokens.idToken());
          if (tokens.refreshToken().isPresent()) {
            out.writeStringField("refreshToken", tokens.refreshToken().get());
          }
          out.writeNumberField("expiresIn", tokens.expiresIn().toSeconds());
          out.writeStringField("tokenType", "Bearer");
          out.writeEndObject();
        });
  }
}
