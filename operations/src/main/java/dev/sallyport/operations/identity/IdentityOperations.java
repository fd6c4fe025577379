package dev.sallyport.operations.identity;

import dev.sallyport.application.identity.SignIn;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Challenged;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.Denied;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.SignedIn;
import dev.sallyport.application.identity.port.UserDirectory.SignIn.WeakPassword;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The operations that turn credentials into tokens, renew them and end them. */
final class IdentityOperations {
  private static final int MAX_BODY = 4096;
  private static final int MAX_TOKEN_BODY = 16_384;
  private static final TextShape USERNAME = TextShape.text(1, 128);
  private static final TextShape PASSWORD = TextShape.text(1, 256);
  private static final TextShape TOKEN = TextShape.text(1, TokenJson.MAX_TOKEN);

  private static final Shape CREDENTIALS =
      ObjectShape.of(Member.required("username", USERNAME), Member.required("password", PASSWORD));

  private static final Shape CHALLENGE_ANSWER =
      ObjectShape.of(
          Member.required("username", USERNAME),
          Member.required("challenge", WordShape.of(List.of("NEW_PASSWORD_REQUIRED"))),
          Member.required("session", TextShape.text(1, 4096))
              .says("As it came with the challenge."),
          Member.required("newPassword", PASSWORD));

  private static final Shape REFRESH =
      ObjectShape.of(
          Member.required("refreshToken", TOKEN),
          Member.optional("username", USERNAME)
              .says("Needed where the app client of the user pool has a secret."));

  private static final Shape SIGN_OUT = ObjectShape.of(Member.required("refreshToken", TOKEN));

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
            .answers(200, "Signed in.", TokenJson.SHAPE)
            .refuses(ErrorCode.BAD_CREDENTIALS, ErrorCode.CHALLENGE)
            .calls(this::signIn),
        HttpOperation.of("answerChallenge", "POST", "/auth/challenge", AccessRule.PUBLIC)
            .summary("Goes on with a sign-in that asked for another password.")
            .body(CHALLENGE_ANSWER, MAX_TOKEN_BODY)
            .answers(200, "Signed in.", TokenJson.SHAPE)
            .refuses(ErrorCode.BAD_CREDENTIALS, ErrorCode.CHALLENGE)
            .calls(this::answerChallenge),
        HttpOperation.of("refreshTokens", "POST", "/auth/refresh", AccessRule.PUBLIC)
            .summary("Exchanges a refresh token for new tokens.")
            .body(REFRESH, MAX_TOKEN_BODY)
            .answers(200, "Still signed in.", TokenJson.SHAPE)
            .refuses(ErrorCode.BAD_REFRESH_TOKEN)
            .calls(this::refresh),
        HttpOperation.of("signOut", "POST", "/auth/signout", AccessRule.USER)
            .summary("Ends a refresh token; access tokens end by themselves within the hour.")
            .body(SIGN_OUT, MAX_TOKEN_BODY)
            .answersNothing("Signed out.")
            .calls(this::signOut));
  }

  private Answer signIn(Call call) {
    return answer(signIn.signIn(call.body().text("username"), call.body().text("password")));
  }

  private Answer answerChallenge(Call call) {
    return answer(
        signIn.chooseNewPassword(
            call.body().text("username"),
            call.body().text("session"),
            call.body().text("newPassword")));
  }

  private static Answer answer(UserDirectory.SignIn result) {
    return switch (result) {
      case SignedIn(UserDirectory.Tokens tokens) -> TokenJson.answer(tokens);
      case Denied _ ->
          Answer.refuse(ErrorCode.BAD_CREDENTIALS).header("WWW-Authenticate", "Bearer");
      case WeakPassword _ -> Passwords.weak("/newPassword");
      case Challenged(String name, String session) ->
          Answer.refuse(
              Problem.of(ErrorCode.CHALLENGE).with("challenge", name).with("session", session));
    };
  }

  private Answer refresh(Call call) {
    return signIn
        .refresh(call.body().text("refreshToken"), call.body().find("username", String.class))
        .map(TokenJson::answer)
        .orElseGet(
            () -> Answer.refuse(ErrorCode.BAD_REFRESH_TOKEN).header("WWW-Authenticate", "Bearer"));
  }

  private Answer signOut(Call call) {
    signIn.signOut(call.body().text("refreshToken"));
    return Answer.nothing();
  }
}
