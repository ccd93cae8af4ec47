package dev.headroom.app.cli;

import java.time.Clock;
import picocli.CommandLine;

@CommandLine.Command(
        name = "pull",
        header = "Pull usage, inventory and cost from live accounts.",
        description = "Asks a provider for what is missing in the workspace. See docs/aws.md.",
        synopsisSubcommandLabel = "(aws | advice)")
final class PullCommand extends Command {
    private PullCommand() {}

    static CommandLine of(Clock clock) {
        return new CommandLine(new PullCommand())
                .addSubcommand(new PullAwsCommand(clock))
                .addSubcommand(new PullAdviceCommand(clock));
    }

    @Override
    ExitCode run(Console console) {
        throw wrongUsage("Name the provider: headroom pull aws.");
    }
}
