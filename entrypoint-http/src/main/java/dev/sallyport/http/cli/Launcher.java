package dev.sallyport.http.cli;

/** Starts a deployment and stays until it ends. */
interface Launcher {
  /**
   * Serves until the process is told to stop.
   *
   * @return the exit status
   */
  int serve(ServeSettings settings);

  /**
   * Starts, answers a few requests to itself and ends, so that a JVM that watches knows which
   * classes a start needs.
   *
   * @return the exit status
   */
  int rehearse(ServeSettings settings);
}
