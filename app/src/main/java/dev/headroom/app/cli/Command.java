package dev.headroom.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.Table;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.model.SeasonLengths;
import dev.headroom.engine.model.catalog.ModelCatalog;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command of the command line: options in, one use case, a result on standard output, an exit code.
abstract class Command implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PasswordDesk passwords = PasswordDesk.ofSystem();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    @Override
    public final Integer call() {
        Console console = console();
        try {
            return run(console).value();
        } catch (UseCaseException e) {
            console.message(e.getMessage() + " (" + e.code() + ")");
            return ExitCode.of(e.kind()).value();
        }
    }

    abstract ExitCode run(Console console) throws UseCaseException;

    final CommonOptions common() {
        return common;
    }

    /// Where passwords come from, in this command.
    final PasswordDesk passwords() {
        return passwords;
    }

    final void use(PasswordDesk desk) {
        passwords = desk;
    }

    /// Opens the workspace of the command, with its password when it is encrypted.
    final OpenWorkspace open() throws UseCaseException {
        return OpenWorkspace.at(workspaceFolder(), passwords);
    }

    final Progress progress(Console console) {
        return console.progress(common);
    }

    final Path workspaceFolder() {
        return common.workspace().orElseGet(DefaultFolders::workspace);
    }

    /// Wrong usage, reported as picocli reports it.
    final picocli.CommandLine.ParameterException wrongUsage(String message) {
        return new picocli.CommandLine.ParameterException(spec.commandLine(), message);
    }

    /// @throws picocli.CommandLine.ParameterException when there is no such model
    final void checkModel(String name) {
        checkModel("--model", name);
    }

    /// @throws picocli.CommandLine.ParameterException when there is no such model
    final void checkModel(String option, String name) {
        try {
            ModelCatalog.parse(name, SeasonLengths.none());
        } catch (IllegalArgumentException e) {
            throw wrongUsage(option + ": " + e.getMessage());
        }
    }

    /// Gives a table out: to the file when there is one, and to standard output as JSON when asked for, as
    /// CSV without a file, else as one sentence.
    final void give(Console console, Table table, @Nullable Path output, String sentence) throws UseCaseException {
        if (output != null) {
            table.write(output);
        }
        if (common.json()) {
            console.result(json(table.rows()));
        } else if (output == null) {
            console.result(table.csv().stripTrailing());
        } else {
            console.result(sentence + ": " + output);
        }
    }

    static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Console console() {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
