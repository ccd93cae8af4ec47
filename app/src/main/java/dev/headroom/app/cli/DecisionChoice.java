package dev.headroom.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The options about decisions, of which one can be given at a time.
final class DecisionChoice {
    @Option(
            names = "--decisions",
            description = "List what was decided about recommendations, the first decision first.")
    boolean decisions;

    @Option(
            names = "--realised",
            description = "What the changes that were made really saved, held against a forecast from before them.")
    boolean realised;

    @Option(names = "--accept", paramLabel = "RESOURCE", arity = "1..*", description = "It will be done.")
    List<String> accept = new ArrayList<>();

    @Option(
            names = "--dismiss",
            paramLabel = "RESOURCE",
            arity = "1..*",
            description = "It will not be done; needs --reason.")
    List<String> dismiss = new ArrayList<>();

    @Option(
            names = "--snooze",
            paramLabel = "RESOURCE",
            arity = "1..*",
            description = "Not to be shown for now; needs --until.")
    List<String> snooze = new ArrayList<>();

    @Option(names = "--reopen", paramLabel = "RESOURCE", arity = "1..*", description = "Take the last decision back.")
    List<String> reopen = new ArrayList<>();

    @Option(names = "--done", paramLabel = "RESOURCE", arity = "1..*", description = "It was done.")
    List<String> done = new ArrayList<>();
}
