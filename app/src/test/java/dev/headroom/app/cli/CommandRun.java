package dev.headroom.app.cli;

import dev.headroom.app.report.DemoArtifacts;
import dev.headroom.app.usecase.RunDemo;
import dev.headroom.app.usecase.Shapes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import picocli.CommandLine;

/// One run of the command line with its output captured.
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }

    /// A run with passwords from a place of the test.
    static CommandRun with(PasswordDesk desk, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = commandLine();
        HeadroomCommand.use(line, desk);
        int exit = line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandRun(exit, out.toString(), err.toString());
    }

    static CommandLine commandLine() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
        return HeadroomCommand.commandLine(new RunDemo(Shapes.shipped(), new DemoArtifacts(), clock), folder -> {});
    }

    static Path sampleData() {
        return Path.of("..", "sample-data");
    }
}
