package dev.sallyport.http.cli;

import dev.sallyport.http.cli.MigrationTarget.RefusedException;
import dev.sallyport.http.cli.MigrationTarget.Wish;
import dev.sallyport.operations.json.JsonObject;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ExitCode;

/**
 * What one command asks of whoever it is about, and what it says of the answers.
 *
 * @param console where it says so
 * @param command {@code status}, {@code migrate}, {@code rollback} or {@code repair}
 * @param count how many to undo; 0 for the others
 * @param isDry whether it only shows what would be done
 */
record MigrationWishes(Console console, String command, int count, boolean isDry) {
  /** Asks and tells; returns the exit status. */
  int fulfil(MigrationTarget target) throws IOException, RefusedException {
    if (command.equals("status")) {
      MigrationReport.status(target.status(0)).forEach(console::say);
      return ExitCode.OK;
    }
    if (isDry) {
      MigrationReport.plan(target.status(count)).forEach(console::say);
      return ExitCode.OK;
    }
    return untilDone(
        target,
        switch (command) {
          case "migrate" -> Wish.MIGRATE;
          case "rollback" -> Wish.ROLLBACK;
          default -> Wish.REPAIR;
        });
  }

  /** Asks until it is done: whoever is asked works for some seconds at a time. */
  private int untilDone(MigrationTarget target, Wish wish) throws IOException, RefusedException {
    int left = count;
    while (true) {
      JsonObject result = target.wish(wish, left);
      List<String> lines = MigrationReport.runs(result);
      lines.forEach(console::say);
      if (!result.text("result").equals("UNFINISHED")) {
        if (lines.isEmpty()) {
          console.say("There was nothing to do.");
        }
        if (result.text("result").equals("FINISHED")) {
          return ExitCode.OK;
        }
        console.complain(
            "Everything has stopped there. Mend what the error names and ask again: it goes on"
                + " from that step.");
        return ExitCode.SOFTWARE;
      }
      left -= wish == Wish.ROLLBACK ? finished(result) : 0;
      if (wish == Wish.ROLLBACK && left < 1) {
        return ExitCode.OK;
      }
    }
  }

  private static int finished(JsonObject result) {
    return (int)
        result.list("runs", JsonObject.class).stream()
            .filter(run -> run.text("outcome").equals("SUCCEEDED"))
            .count();
  }
}
