package dev.headroom.app.cli;

import dev.headroom.app.usecase.RetainData;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "retain",
        header = "Remove what is older than a policy keeps.",
        description = {
            "Kinds: minutes, hourly and daily (observations by the length of their step), rejects (details of refused "
                    + "rows), forecasts and bills (those that a later one replaced). What is not named is kept for "
                    + "ever.",
            "Decisions, versions of models, the audit log and the list of imports are never removed, nor the "
                    + "observations of a resource under a decision or behind a promoted model. --dry-run lists "
                    + "everything and changes nothing."
        })
final class RetainCommand extends Command {
    private final InstantSource clock;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source = new Source();

    @Option(
            names = "--roll-up",
            description =
                    "Keep the days (mean, p95, max) of readings that are removed, where there is no daily value yet.")
    private boolean rollUp;

    @Option(names = "--dry-run", description = "Only say what would be removed.")
    private boolean dryRun;

    /// Where the policy stands.
    static final class Source {
        @Option(
                names = "--keep",
                paramLabel = "POLICY",
                description = "How long what is kept, such as hourly=400d,rejects=90d,forecasts=1y.")
        private @Nullable String keep;

        @Option(names = "--policy", paramLabel = "FILE", description = "The same in a file, an entry a line.")
        private @Nullable Path file;

        String text() throws UseCaseException {
            return keep != null ? keep : file != null ? RetainData.read(file) : "";
        }
    }

    RetainCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        RetainData.Result result = new RetainData(workspaceFolder(), passwords())
                .run(
                        source.text(),
                        rollUp ? RetainData.RollUp.DAILY : RetainData.RollUp.NONE,
                        clock.instant(),
                        dryRun ? RetainData.Mode.DRY_RUN : RetainData.Mode.REMOVE);
        if (common().json()) {
            console.result(json(tree(result)));
        } else {
            print(console, result);
        }
        return ExitCode.DONE;
    }

    private void print(Console console, RetainData.Result result) {
        for (RetainData.Removed one : result.removed()) {
            console.result(String.format(
                    Locale.ROOT,
                    "%s %s: %,d rows, %s to %s, %,d bytes%s",
                    one.kind(),
                    one.subject(),
                    one.rows(),
                    one.first(),
                    one.last(),
                    one.bytes(),
                    one.rolledUp() == 0 ? "" : String.format(Locale.ROOT, ", kept as %,d days", one.rolledUp())));
        }
        for (RetainData.Spared one : result.spared()) {
            console.result("stays: " + one.kind() + " " + one.subject() + ", because " + one.why());
        }
        console.result(String.format(
                Locale.ROOT,
                "%s by %s: %,d rows of %,d things, %,d bytes; %,d old things stay.",
                dryRun ? "Would be removed" : "Removed",
                result.policy(),
                result.rows(),
                result.removed().size(),
                result.bytes(),
                result.spared().size()));
    }

    private Map<String, Object> tree(RetainData.Result result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("policy", result.policy());
        tree.put("dry_run", dryRun);
        tree.put("rows", result.rows());
        tree.put("bytes", result.bytes());
        tree.put("removed", result.removed().stream().map(RetainCommand::tree).toList());
        tree.put(
                "spared",
                result.spared().stream()
                        .map(one -> Map.of("kind", one.kind(), "subject", one.subject(), "why", one.why()))
                        .toList());
        return tree;
    }

    private static Map<String, Object> tree(RetainData.Removed one) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", one.kind());
        tree.put("subject", one.subject());
        tree.put("rows", one.rows());
        tree.put("first", one.first().toString());
        tree.put("last", one.last().toString());
        tree.put("bytes", one.bytes());
        tree.put("rolled_up_days", one.rolledUp());
        return tree;
    }
}
