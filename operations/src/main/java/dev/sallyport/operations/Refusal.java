package dev.sallyport.operations;

/** Ends the handling of a request inside the catalogue; never leaves it. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  Refusal(Answer answer) {
    super(null, null, false, false);
    this.answer = answer;
  }

  static Refusal of(ErrorCode code) {
    return new Refusal(Answer.refuse(code));
  }

  Answer answer() {
    return answer;
  }
}
