package dev.sallyport.operations.identity;

import dev.sallyport.application.identity.SignIn;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Challenged;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Denied;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.SignedIn;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The operations that turn credentials into tokens. */
final class IdentityOperations {
  private static final int MAX_BODY = 4096;

  private static final Shape CREDENTIALS =
      ObjectShape.of(
          Member.required("username", TextShape.text(1, 128)),
          Member.required("password", TextShape.text(1, 256)));

  private static final TextShape TOKEN = TextShape.text(1, 8192);

  private static final Shape TOKENS =
      ObjectShape.of(
          Member.required("accessToken", TOKEN).says("For the header Authorization: Bearer."),
          Member.required("idToken", TOKEN).says("Who the user is; no operation accepts it."),
          Member.optional("refreshToken", TOKEN),
          Member.required("expiresIn", new IntegerShape(1, Integer.MAX_VALUE))
              .says("How many seconds the access token lives."),
          Member.required("tokenType", WordShape.of(List.of("Bearer"))));

  private final SignIn signIn;

  @Inject
  IdentityOperations(SignIn signIn) {
    this.signIn = signIn;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("signIn", "POST", "/auth", AccessRule.PUBLIC)
            .summary("Exchanges user name and password for tokens.")
            .body(CREDENTIALS, MAX_BODY)
            .answers(200, "Signed in.", TOKENS)
            .refuses(ErrorCode.BAD_CREDENTIALS, ErrorCode.CHALLENGE)
            .calls(this::signIn));
  }

  private Answer signIn(Call call) {
    UserDirectory.SignIn result =
        signIn.signIn(call.body().text("username"), call.body().text("password"));
    return switch (result) {
      case SignedIn(UserDirectory.Tokens tokens) -> signedIn(tokens);
      case Denied _ ->
          Answer.refuse(ErrorCode.BAD_CREDENTIALS).header("WWW-Authenticate", "Bearer");
      case Challenged(String name, String session) ->
          Answer.refuse(
              Problem.of(ErrorCode.CHALLENGE).with("challenge", name).with("session", session));
    };
  }

  private static Answer signedIn(UserDirectory.Tokens tokens) {
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
