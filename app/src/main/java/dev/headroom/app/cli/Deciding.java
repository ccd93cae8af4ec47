package dev.headroom.app.cli;

import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.DecisionTable;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RealiseSavings;
import dev.headroom.app.usecase.RealisedTable;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.DecisionSubject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists, writes and weighs the decisions about one kind of advice, as a command was told.
final class Deciding {
    private final Command command;
    private final OpenWorkspace workspace;
    private final Clock clock;
    private final @Nullable Path output;

    /// @param output the result file; null for standard output
    Deciding(Command command, OpenWorkspace workspace, Clock clock, @Nullable Path output) {
        this.command = command;
        this.workspace = workspace;
        this.clock = clock;
        this.output = output;
    }

    /// Gives the advice that can be decided about.
    @FunctionalInterface
    interface Subjects {
        List<DecisionSubject> get() throws UseCaseException;
    }

    /// Does what was asked about decisions.
    ///
    /// @return false when nothing was asked about them
    boolean answer(Console console, DecisionRequest request, AdviceKind kind, Subjects subjects)
            throws UseCaseException {
        return switch (request) {
            case DecisionRequest.None none -> false;
            case DecisionRequest.Log log -> {
                List<DecideRecommendation.Logged> entries = new DecideRecommendation(workspace, clock)
                        .log().stream()
                                .filter(entry -> entry.event().kind() == kind)
                                .toList();
                command.give(console, new DecisionTable(entries), output, counted(entries.size(), "decision"));
                yield true;
            }
            case DecisionRequest.Realised realised -> {
                List<RealiseSavings.Realised> changes = new RealiseSavings(workspace, clock)
                        .run(command.progress(console)).stream()
                                .filter(change -> change.event().kind() == kind)
                                .toList();
                command.give(console, new RealisedTable(changes), output, counted(changes.size(), "change"));
                yield true;
            }
            case DecisionRequest.Write write -> {
                write(console, write, subjects.get());
                yield true;
            }
        };
    }

    private void write(Console console, DecisionRequest.Write write, List<DecisionSubject> subjects)
            throws UseCaseException {
        DecideRecommendation deciding = new DecideRecommendation(workspace, clock);
        List<DecideRecommendation.Request> requests = write.about(subjects);
        deciding.run(requests);
        List<DecideRecommendation.Logged> log = deciding.log();
        DecisionTable table = new DecisionTable(log.subList(log.size() - requests.size(), log.size()));
        String sentence = write.decision().word() + ": " + String.join(", ", write.resources());
        if (output != null || command.common().json()) {
            command.give(console, table, output, sentence);
        } else {
            console.result(sentence);
        }
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }
}
