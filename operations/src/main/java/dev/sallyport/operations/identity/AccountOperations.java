package dev.sallyport.operations.identity;

import dev.sallyport.application.identity.RecoverAccount;
import dev.sallyport.application.identity.RegisterUser;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.identity.PasswordPolicy;
import dev.sallyport.domain.identity.Username;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * The operations by which people become users and get back in. They answer alike for users who
 * exist and for those who do not.
 */
final class AccountOperations {
  private static final int MAX_BODY = 4096;
  private static final TextShape USERNAME =
      TextShape.of(
          "^" + Username.FORM + "$",
          Username.MAX_LENGTH,
          "letters, digits, symbols and punctuation, without spaces");
  private static final TextShape PASSWORD = TextShape.text(1, PasswordPolicy.MAX_LENGTH);
  private static final TextShape CODE = TextShape.text(1, 64);

  /** What a mail server can be asked to reach; whether it is somebody's, the code shows. */
  private static final TextShape EMAIL =
      TextShape.of("^[^\\s@<>,;:\"\\\\]{1,64}@[A-Za-z0-9.-]{1,189}$", 254, "an e-mail address");

  private static final Shape NEXT =
      ObjectShape.of(Member.required("next", TextShape.text(1, 200)).says("What to do now."));

  private final RegisterUser registration;
  private final RecoverAccount recovery;

  @Inject
  AccountOperations(RegisterUser registration, RecoverAccount recovery) {
    this.registration = registration;
    this.recovery = recovery;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("registerUser", "POST", "/auth/register", AccessRule.PUBLIC)
            .summary("Asks to become a user; a code goes to the address.")
            .body(
                ObjectShape.of(
                    Member.required("username", USERNAME),
                    Member.required("password", PASSWORD),
                    Member.required("email", EMAIL)),
                MAX_BODY)
            .answers(202, "A code is on its way, unless the name was taken.", NEXT)
            .calls(this::register),
        HttpOperation.of("confirmUser", "POST", "/auth/confirm", AccessRule.PUBLIC)
            .summary("Shows the code of a registration.")
            .body(
                ObjectShape.of(
                    Member.required("username", USERNAME), Member.required("code", CODE)),
                MAX_BODY)
            .answers(200, "Now a user.", NEXT)
            .refuses(ErrorCode.WRONG_CODE)
            .calls(this::confirm),
        HttpOperation.of("recoverAccount", "POST", "/auth/recover", AccessRule.PUBLIC)
            .summary("Has a code sent to a user who forgot the password.")
            .body(ObjectShape.of(Member.required("username", USERNAME)), MAX_BODY)
            .answers(202, "A code is on its way, if there is such a user.", NEXT)
            .calls(this::recover),
        HttpOperation.of("resetPassword", "POST", "/auth/reset", AccessRule.PUBLIC)
            .summary("Replaces a forgotten password and ends what was signed in with it.")
            .body(
                ObjectShape.of(
                    Member.required("username", USERNAME),
                    Member.required("code", CODE),
                    Member.required("newPassword", PASSWORD)),
                MAX_BODY)
            .answers(200, "The new password counts.", NEXT)
            .refuses(ErrorCode.WRONG_CODE)
            .calls(this::reset));
  }

  private Answer register(Call call) {
    return switch (registration.register(
        call.body().text("username"), call.body().text("password"), call.body().text("email"))) {
      case WEAK_PASSWORD -> Passwords.weak("/password");
      case ACCEPTED -> next(202, "Show the code that was sent: POST /auth/confirm");
    };
  }

  private Answer confirm(Call call) {
    return registration.confirm(call.body().text("username"), call.body().text("code"))
        ? next(200, "Sign in: POST /auth")
        : Answer.refuse(ErrorCode.WRONG_CODE);
  }

  private Answer recover(Call call) {
    recovery.recover(call.body().text("username"));
    return next(202, "Show the code that was sent and choose a password: POST /auth/reset");
  }

  private Answer reset(Call call) {
    return switch (recovery.reset(
        call.body().text("username"), call.body().text("code"), call.body().text("newPassword"))) {
      case WEAK_PASSWORD -> Passwords.weak("/newPassword");
      case WRONG_CODE -> Answer.refuse(ErrorCode.WRONG_CODE);
      case DONE -> next(200, "Sign in: POST /auth");
    };
  }

  private static Answer next(int status, String step) {
    return Answer.json(
        status,
        out -> {
          out.writeStartObject();
          out.writeStringField("next", step);
          out.writeEndObject();
        });
  }
}
