package dev.headroom.app.usecase;

import dev.headroom.app.scenario.ScenarioFormatException;
import dev.headroom.app.scenario.ScenarioJson;
import dev.headroom.engine.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Scenarios as files, format 1 of `docs/scenarios.md`.
public final class ScenarioFiles {
    private static final long LARGEST = 10_000_000;

    private ScenarioFiles() {}

    /// @throws UseCaseException of kind INPUT when the file cannot be read or is no scenario
    public static Scenario read(Path file) throws UseCaseException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UseCaseException(
                        UseCaseException.Kind.INPUT,
                        "HR-3280",
                        "The scenario " + file + " is larger than 10 MB; choose a scenario file.");
            }
            return parse(Files.readString(file, StandardCharsets.UTF_8), "The scenario " + file);
        } catch (IOException e) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3280",
                    "The scenario " + file + " cannot be read; check its name and its rights.",
                    e);
        }
    }

    /// @param what begins the sentence that says why it is refused
    static Scenario parse(String text, String what) throws UseCaseException {
        try {
            return ScenarioJson.read(text);
        } catch (ScenarioFormatException e) {
            String code = switch (e.reason()) {
                case NO_SCENARIO -> "HR-3281";
                case FIELD -> "HR-3282";
                case NEWER -> "HR-3283";
            };
            throw new UseCaseException(UseCaseException.Kind.INPUT, code, what + " is refused. " + e.getMessage(), e);
        }
    }

    public static void write(Scenario scenario, Path file) throws UseCaseException {
        OutputFile.writeText(file, out -> out.write(ScenarioJson.write(scenario)));
    }
}
