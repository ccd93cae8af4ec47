package dev.headroom.app.cli;

import dev.headroom.app.usecase.FileResult;
import dev.headroom.app.usecase.ImportData;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.Reject;
import dev.headroom.app.usecase.RuleFinding;
import dev.headroom.app.usecase.UseCaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "import",
        header = "Import bills, utilization, inventory and currency rate files.",
        description =
                "Detects FOCUS 1.0 to 1.2, AWS CUR (legacy and 2.0), bills of Azure, Google Cloud, Oracle Cloud and "
                        + "Alibaba Cloud, OpenCost and Kubecost allocations, CloudWatch and Prometheus answers, "
                        + "utilization (long and wide), inventory and currency rate files (date,from,to,rate) as CSV or "
                        + "JSON, plain, gzip or ZIP. Importing "
                        + "the same content again changes nothing. What a file leaves open is asked for.")
final class ImportCommand extends Command {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, or folders whose files are imported.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private ImportOptionsChoice options = new ImportOptionsChoice();

    @Option(
            names = "--bills",
            paramLabel = "auto|replace|add",
            description = {
                "What a file does to a bill (a month of a billing account) that is kept already.",
                "auto (default): rows that are kept already are not added again; a restated bill replaces the version "
                        + "before, another part of the bill is added to it. It is a restatement when at least half of "
                        + "what the kept version says is in the file, too.",
                "replace: the file is the whole bill, also when rows are gone.",
                "add: the file is another part of the bill and replaces nothing.",
                "A bill is compared with versions of its own kind only (FOCUS, CUR, a provider's export); where several "
                        + "kinds tell the same bill, one counts: see headroom bills --datasets.",
                "A version that is replaced is kept: see headroom bills."
            })
    private ImportData.Bills bills = ImportData.Bills.AUTO;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        try (OpenWorkspace workspace = open()) {
            ImportReport report =
                    new ImportData(workspace, Clock.systemUTC()).run(options.request(paths), bills, progress(console));
            if (common().json()) {
                console.result(json(tree(report)));
            } else {
                report.files().forEach(file -> print(console, file));
            }
            return report.nothingAccepted() ? ExitCode.INPUT_REJECTED : ExitCode.DONE;
        }
    }

    private static void print(Console console, FileResult file) {
        if (file.problem().isPresent()) {
            Problem problem = file.problem().get();
            console.message(file.path() + ": " + problem.message() + " (" + problem.code() + ")");
            return;
        }
        String totals = file.billed().entrySet().stream()
                .map(entry -> ", billed " + entry.getValue().toPlainString() + " " + entry.getKey())
                .collect(Collectors.joining());
        String span = file.first().isPresent() && file.last().isPresent()
                ? ", " + file.first().get() + " to " + file.last().get()
                : "";
        console.result(String.format(
                Locale.ROOT,
                "%s: %s, %d rows, %d accepted, %d rejected, %d duplicates%s%s",
                file.path(),
                file.format(),
                file.rows(),
                file.accepted(),
                file.rejected(),
                file.duplicates(),
                totals,
                span));
        console.rejects(file.rejects(), Math.max(file.rejected(), file.rejects().size()));
        file.notes().forEach(note -> console.message("  " + note));
        console.findings(file.findings());
    }

    static Map<String, Object> tree(ImportReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("files", report.files().stream().map(ImportCommand::tree).toList());
        tree.put("batch", report.batch());
        return tree;
    }

    private static Map<String, Object> tree(FileResult file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", file.path().toString());
        tree.put("format", file.format());
        tree.put("rows", file.rows());
        tree.put("accepted", file.accepted());
        tree.put("rejected", file.rejected());
        tree.put("duplicates", file.duplicates());
        Map<String, String> billed = new LinkedHashMap<>();
        file.billed().forEach((currency, total) -> billed.put(currency.value(), total.toPlainString()));
        tree.put("billed", billed);
        file.first().ifPresent(first -> tree.put("first", first.toString()));
        file.last().ifPresent(last -> tree.put("last", last.toString()));
        if (!file.rejects().isEmpty()) {
            tree.put("rejects", file.rejects().stream().map(ImportCommand::tree).toList());
        }
        if (!file.findings().isEmpty()) {
            tree.put(
                    "findings",
                    file.findings().stream().map(ImportCommand::tree).toList());
        }
        if (!file.notes().isEmpty()) {
            tree.put("notes", file.notes());
        }
        file.problem()
                .ifPresent(problem -> tree.put("error", Map.of("code", problem.code(), "message", problem.message())));
        return tree;
    }

    private static Map<String, Object> tree(RuleFinding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", finding.rule());
        tree.put("column", finding.column());
        tree.put("rows", finding.rows());
        tree.put("line", finding.line());
        tree.put("value", finding.value());
        return tree;
    }

    private static Map<String, Object> tree(Reject reject) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("line", reject.line());
        tree.put("field", reject.field());
        tree.put("value", reject.value());
        tree.put("reason", reject.reason());
        return tree;
    }
}
