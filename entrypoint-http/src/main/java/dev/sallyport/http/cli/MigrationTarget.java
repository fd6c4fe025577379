package dev.sallyport.http.cli;

import dev.sallyport.operations.json.JsonObject;
import java.io.IOException;

/** Whose migrations a command is about; what it answers is what an admin sees over HTTP. */
interface MigrationTarget extends AutoCloseable {
  /**
   * Returns the state of all migrations and a plan, as {@link MigrationReport#STATUS} has them.
   *
   * @param undoing how many the plan undoes; 0 for a plan that applies what waits
   */
  JsonObject status(int undoing) throws IOException, RefusedException;

  /**
   * Returns what became of a wish, as {@link MigrationReport#RESULT} has it; after some seconds
   * that may be unfinished.
   *
   * @param count how many to undo; 0 for the other wishes
   */
  JsonObject wish(Wish wish, int count) throws IOException, RefusedException;

  @Override
  void close();

  /** What can be asked for. */
  enum Wish {
    MIGRATE,
    ROLLBACK,
    REPAIR
  }

  /** Tells why it was not done. */
  final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }
}
