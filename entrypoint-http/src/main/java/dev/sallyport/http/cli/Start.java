package dev.sallyport.http.cli;

import java.net.URI;
import java.util.List;

/** What became of a start. */
sealed interface Start {
  /**
   * It serves.
   *
   * @param url where
   * @param stop ends it in good order
   * @param greeting what else its owner should know, a line each
   */
  record Running(URI url, Runnable stop, List<String> greeting) implements Start {
    /** Copies the list. */
    public Running {
      greeting = List.copyOf(greeting);
    }
  }

  /**
   * Nothing runs.
   *
   * @param problems why, a line each
   * @param exitStatus of the process
   */
  record Refused(List<String> problems, int exitStatus) implements Start {
    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
