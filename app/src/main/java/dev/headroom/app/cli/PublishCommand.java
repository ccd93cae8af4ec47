package dev.headroom.app.cli;

import java.time.Clock;
import picocli.CommandLine;

@CommandLine.Command(
        name = "publish",
        header = "Write what you switch on to a live account; nothing is on by itself.",
        description = "See docs/aws.md.",
        synopsisSubcommandLabel = "(aws)")
final class PublishCommand extends Command {
    private PublishCommand() {}

    static CommandLine of(Clock clock) {
        return new CommandLine(new PublishCommand()).addSubcommand(new PublishAwsCommand(clock));
    }

    @Override
    ExitCode run(Console console) {
        throw wrongUsage("Name the provider: headroom publish aws.");
    }
}
