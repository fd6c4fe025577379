package dev.sallyport.http.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The commands with their options and help texts. Options are made from {@link Setting}, so that
 * none can be forgotten in one place.
 */
final class Commands {
  private static final String[] SERVE_EXAMPLES = {
    "",
    "Examples:",
    "  sallyport serve",
    "      on http://127.0.0.1:8080 with a new admin, whose password is shown once",
    "  sallyport serve --port 0 --user ann:correct-horse:admin --user tom:battery-staple:triager",
    "      on any free port with two users of your own",
    "  sallyport serve --host 0.0.0.0 --public-url https://reports.example.org \\",
    "      --users /etc/sallyport/users --trusted-proxy 10.0.0.0/8",
    "      for others, behind a proxy that speaks TLS",
    "  sallyport serve --config /etc/sallyport/aws.properties",
    "      on services, as the file says",
    "",
    "Sizes are written 500KiB, 200MiB, 2GiB; times 90s, 5m, 1h, 30d. Every option can also be set",
    "by the variable in its text, or by its name without dashes in front as a line of the file of",
    "--config, such as table-prefix=reports; an option wins over a variable, and that over a line.",
    "All mistakes are reported at once, before anything starts.",
  };

  private final Environment environment;
  private final Console console;
  private final Launcher launcher;

  Commands(Environment environment, Console console, Launcher launcher) {
    this.environment = environment;
    this.console = console;
    this.launcher = launcher;
  }

  /** Runs what the arguments say; returns the exit status: 0, 1 for a failure, 2 for a mistake. */
  int run(String... arguments) {
    CommandLine line = new CommandLine(root());
    line.setOut(console.out());
    line.setErr(console.err());
    line.setUsageHelpAutoWidth(true);
    line.setExecutionStrategy(this::execute);
    return line.execute(arguments);
  }

  private int execute(ParseResult parsed) {
    Optional<Integer> helped = Optional.ofNullable(CommandLine.executeHelpRequest(parsed));
    if (helped.isPresent()) {
      return helped.get();
    }
    ParseResult command = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    return switch (command.commandSpec().name()) {
      case "serve" -> start(command, launcher::serve);
      case "rehearse" -> start(command, launcher::rehearse);
      case "migration" -> migration(command);
      case "version" -> showVersion();
      default -> {
        command.commandSpec().commandLine().usage(console.out());
        yield CommandLine.ExitCode.OK;
      }
    };
  }

  private int start(ParseResult command, ToIntFunction<ServeSettings> launch) {
    return switch (environment.read(options(command))) {
      case Environment.Reading.Valid(ServeSettings settings) -> launch.applyAsInt(settings);
      case Environment.Reading.Invalid(List<String> mistakes) -> {
        mistakes.forEach(console::complain);
        console.complain("Nothing was started; 'sallyport serve --help' lists all settings.");
        yield CommandLine.ExitCode.USAGE;
      }
    };
  }

  private int migration(ParseResult command) {
    if (!command.hasSubcommand()) {
      command.commandSpec().commandLine().usage(console.out());
      return CommandLine.ExitCode.OK;
    }
    return new MigrationCommands(environment, console, Clock.systemUTC()).run(command.subcommand());
  }

  private int showVersion() {
    console.say("Sallyport " + Version.ofBuild() + " on Java " + Runtime.version());
    return CommandLine.ExitCode.OK;
  }

  private static Map<Setting, List<String>> options(ParseResult command) {
    Map<Setting, List<String>> options = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      if (!setting.isSecret() && command.hasMatchedOption(setting.option())) {
        options.put(setting, command.matchedOption(setting.option()).originalStringValues());
      }
    }
    return options;
  }

  private static CommandSpec root() {
    CommandSpec root = command("sallyport", "Takes defect reports with evidence from strangers.");
    root.usageMessage()
        .footer("", "'sallyport help serve' tells more. Start with: sallyport serve");
    root.addSubcommand("serve", serve("serve"));
    CommandSpec rehearse = serve("rehearse");
    rehearse.usageMessage().hidden(true);
    root.addSubcommand("rehearse", rehearse);
    root.addSubcommand("migration", MigrationSpec.spec());
    root.addSubcommand("version", command("version", "Shows the versions of product and Java."));
    root.addSubcommand("help", CommandSpec.forAnnotatedObject(new HelpCommand()));
    return root;
  }

  private static CommandSpec serve(String name) {
    CommandSpec serve =
        command(
            name,
            "Runs the server until it is told to stop: with everything in memory, or with --config"
                + " on S3-, SQS-, DynamoDB- and Cognito-compatible services.");
    serve.addArgGroup(group("Always:%n", 1, Setting.Way.EVERY));
    serve.addArgGroup(group("%nWithout --config:%n", 2, Setting.Way.EMBEDDED));
    serve.addArgGroup(group("%nWith --config:%n", 3, Setting.Way.ON_SERVICES));
    serve.usageMessage().sortOptions(false).footer(footer());
    return serve;
  }

  private static ArgGroupSpec group(String heading, int order, Setting.Way way) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().heading(heading).order(order).validate(false).multiplicity("0..*");
    for (Setting setting : settings(way)) {
      group.addArg(
          OptionSpec.builder(setting.option())
              .paramLabel(setting.placeholder())
              .arity("1")
              .type(List.class)
              .auxiliaryTypes(String.class)
              .initialValue(new ArrayList<String>())
              .description(setting.help(), "Variable: " + setting.variable() + ".")
              .build());
    }
    return group.build();
  }

  private static List<Setting> settings(Setting.Way way) {
    return Arrays.stream(Setting.values()).filter(setting -> setting.way() == way).toList();
  }

  private static String[] footer() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Secrets, in the file of --config (mode 0600 then) or as a variable:");
    for (Setting secret : settings(Setting.Way.SECRET)) {
      lines.add("  " + secret.key() + ", " + secret.variable());
      lines.add("      " + secret.help());
    }
    lines.addAll(List.of(SERVE_EXAMPLES));
    return lines.toArray(String[]::new);
  }

  static CommandSpec command(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name).mixinStandardHelpOptions(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this help.").build());
    spec.usageMessage().description(description).abbreviateSynopsis(true);
    return spec;
  }
}
