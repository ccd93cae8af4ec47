package dev.headroom.app.cli;

import dev.headroom.app.usecase.RunDemo;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The command line as a whole: the list of commands, help, version and exit codes.
@CommandLine.Command(
        name = "headroom",
        header = "Capacity and cost planning with honest uncertainty, on your own machine.",
        description = "Without a command, opens the window (or shows this help when there is no display).",
        versionProvider = HeadroomCommand.Version.class,
        footer = {
            "",
            "Exit codes: 0 done, 1 a gate or check failed, 2 wrong usage, 3 input rejected,",
            "4 a source was unreachable or denied, 70 a bug."
        })
public final class HeadroomCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    private HeadroomCommand() {}

    /// Runs one command with the standard streams.
    ///
    /// @param window opens a workspace in the window where there is a display
    /// @return the exit code
    public static int run(RunDemo demo, Consumer<Path> window, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = commandLine(demo, window).setOut(out).setErr(err);
        return Interruption.stoppable(() -> line.execute(arguments));
    }

    static CommandLine commandLine(RunDemo demo, Consumer<Path> window) {
        return new CommandLine(new HeadroomCommand())
                .addSubcommand(new DemoCommand(demo, window))
                .addSubcommand(new ImportCommand())
                .addSubcommand(PullCommand.of(Clock.systemUTC()))
                .addSubcommand(PublishCommand.of(Clock.systemUTC()))
                .addSubcommand(new BillsCommand(Clock.systemUTC()))
                .addSubcommand(new ReconcileCommand(Clock.systemUTC()))
                .addSubcommand(new QualityCommand())
                .addSubcommand(new ExploreCommand())
                .addSubcommand(new ForecastCommand())
                .addSubcommand(new ExplainCommand())
                .addSubcommand(AnomaliesCommand.of(Clock.systemUTC()))
                .addSubcommand(new BacktestCommand())
                .addSubcommand(new TuneCommand())
                .addSubcommand(new GateCommand())
                .addSubcommand(new RiskCommand())
                .addSubcommand(new ConsolidateCommand(Clock.systemDefaultZone()))
                .addSubcommand(new WasteCommand(Clock.systemDefaultZone()))
                .addSubcommand(new ScheduleCommand(Clock.systemDefaultZone()))
                .addSubcommand(new RightsizeCommand(Clock.systemDefaultZone()))
                .addSubcommand(new CommitmentsCommand(Clock.systemDefaultZone()))
                .addSubcommand(new WhatifCommand(Clock.systemUTC()))
                .addSubcommand(new ActionsCommand(Clock.systemDefaultZone()))
                .addSubcommand(new RetrainCommand(Clock.systemUTC()))
                .addSubcommand(ModelsCommand.of(Clock.systemUTC()))
                .addSubcommand(new GenerateCommand())
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new RetainCommand(Clock.systemUTC()))
                .addSubcommand(new AuditCommand())
                .addSubcommand(new BackupCommand(Clock.systemUTC()))
                .addSubcommand(new RestoreCommand())
                .addSubcommand(new EncryptCommand())
                .addSubcommand(new DecryptCommand())
                .addSubcommand(new PasswordCommand())
                .addSubcommand(new CommandLine.HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(HeadroomCommand::wrongUsage)
                .setExecutionExceptionHandler(HeadroomCommand::bug);
    }

    /// Lets all commands take passwords from another place.
    static void use(CommandLine line, PasswordDesk desk) {
        for (CommandLine below : line.getSubcommands().values()) {
            if (below.getCommand() instanceof Command command) {
                command.use(desk);
            }
            use(below, desk);
        }
    }

    /// What is wrong stays in sight: where the help is, instead of the help itself.
    private static int wrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        if (isAboutKnownBills(command, arguments)) {
            command.getErr()
                    .println(command.getCommandName() + " does not take --as-known-on: it "
                            + (command.getCommandName().equals("demo")
                                    ? "builds its workspace anew each time."
                                    : "does not read the bills, and only they are kept in versions.")
                            + " It goes with bills --totals, bills --outlook, reconcile, rightsize, commitments and explore"
                            + " --view pivot.");
        } else {
            command.getErr().println(wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        }
        command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.WRONG_USAGE.value();
    }

    private static boolean isAboutKnownBills(CommandLine command, String[] arguments) {
        return command.getCommandSpec().findOption("--as-known-on") == null
                && Arrays.stream(arguments).anyMatch(word -> word.startsWith("--as-known-on"));
    }

    /// A bug: one line for the user, the details for a report.
    private static int bug(Exception bug, CommandLine command, CommandLine.ParseResult result) {
        command.getErr().println("This is a bug in Headroom, please report it with the lines below (HR-9000).");
        bug.printStackTrace(command.getErr());
        return ExitCode.BUG.value();
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = HeadroomCommand.class.getPackage().getImplementationVersion();
            return new String[] {"headroom " + (version == null ? "(development)" : version)};
        }
    }
}
