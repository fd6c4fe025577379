package dev.sallyport.operations.identity;

import dev.sallyport.domain.identity.PasswordPolicy;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.Violation;
import java.util.List;

/** What is said of passwords that nobody may choose. */
final class Passwords {
  private Passwords() {}

  static Answer weak(String pointer) {
    return Answer.refuse(
        Problem.invalid(
            List.of(Violation.at(pointer, "weak_password", "must have " + PasswordPolicy.RULE))));
  }
}
