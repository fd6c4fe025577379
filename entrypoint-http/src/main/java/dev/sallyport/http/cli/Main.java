package dev.sallyport.http.cli;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Runs one command; its result becomes the exit status. */
  public static void main(String[] arguments) {
    Console console = Console.ofProcess();
    Commands commands =
        new Commands(Environment.ofProcess(), console, new ProcessLauncher(console));
    System.exit(commands.run(arguments));
  }
}
