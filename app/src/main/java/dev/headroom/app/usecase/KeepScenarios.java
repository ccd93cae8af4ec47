package dev.headroom.app.usecase;

import dev.headroom.app.scenario.ScenarioJson;
import dev.headroom.engine.scenario.Scenario;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.KeptScenario;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keeps scenarios in a workspace: each save adds a version, and no version is ever lost.
public final class KeepScenarios {
    /// Longer names do not fit into the workspace.
    static final int LONGEST_NAME = 256;

    private static final int LONGEST_CONTENT = 1_000_000;

    private final OpenWorkspace workspace;
    private final Clock clock;

    public KeepScenarios(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// A kept version.
    public record Kept(Scenario scenario, Instant at, String person) {}

    /// Saves the next version of the name.
    ///
    /// @return the scenario with its version
    public Scenario save(Scenario scenario) throws UseCaseException {
        if (scenario.name().length() > LONGEST_NAME
                || ScenarioJson.write(scenario).length() > LONGEST_CONTENT - 100) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3286",
                    "The scenario cannot be saved: its name must have at most " + LONGEST_NAME
                            + " characters and its file at most 1 MB.");
        }
        try {
            KeptScenario kept = workspace
                    .storage()
                    .scenarios()
                    .save(scenario.name(), version -> ScenarioJson.write(scenario.numbered(version)), clock.instant());
            return scenario.numbered(kept.version());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// The last version of each name, by name.
    public List<Kept> latest() throws UseCaseException {
        try {
            return read(workspace.storage().scenarios().latest());
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// All versions of a name, the first one first.
    public List<Kept> versions(String name) throws UseCaseException {
        try {
            return read(workspace.storage().scenarios().versions(name));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static List<Kept> read(List<KeptScenario> all) throws UseCaseException {
        List<Kept> kept = new ArrayList<>();
        for (KeptScenario one : all) {
            Scenario scenario = ScenarioFiles.parse(
                    one.content(), "Version " + one.version() + " of the scenario " + one.name() + " in the workspace");
            kept.add(new Kept(scenario, one.at(), one.person()));
        }
        return List.copyOf(kept);
    }

    /// A saved scenario by its name, or by name and version such as `Spring launch@2`.
    ///
    /// @throws UseCaseException of kind INPUT when there is none; the message names those that there are
    public Scenario find(String text) throws UseCaseException {
        List<Kept> named = versions(text);
        if (!named.isEmpty()) {
            return named.getLast().scenario();
        }
        int at = text.lastIndexOf('@');
        Optional<Scenario> version = at < 0
                ? Optional.empty()
                : versions(text.substring(0, at)).stream()
                        .map(Kept::scenario)
                        .filter(one -> String.valueOf(one.version()).equals(text.substring(at + 1)))
                        .findFirst();
        if (version.isEmpty()) {
            String names = latest().stream().map(kept -> kept.scenario().name()).collect(Collectors.joining(", "));
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3284",
                    "There is neither a file nor a saved scenario " + text + "; "
                            + (names.isEmpty() ? "none is saved in this workspace." : "saved are " + names + "."));
        }
        return version.get();
    }
}
