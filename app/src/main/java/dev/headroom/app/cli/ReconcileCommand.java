package dev.headroom.app.cli;

import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.app.usecase.ReconciliationTable;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "reconcile",
        header = "Holds an invoice against the bills in the workspace; exit code 1 when they differ too much.",
        description = {
            "The invoice is a table (CSV or JSON) with amount and currency, and if wished month, account, service and "
                    + "invoice. It is compared with the billed cost on the bills of its months, at the grain that it has.",
            "The difference is divided into tax, credits, purchases, other periods, adjustments, container split rows, "
                    + "missing days, what only one side has, rounding and the unexplained rest; the parts add up to it "
                    + "exactly."
        })
final class ReconcileCommand extends Command {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,4}(\\.\\d{1,10})?) ?%");
    private static final Pattern SHARE = Pattern.compile("0(\\.\\d{1,12})?");

    private final Clock clock;

    @Option(names = "--invoice", required = true, paramLabel = "FILE", description = "The invoice as CSV or JSON.")
    private Path invoice = Path.of("");

    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            description = "How much each line and the total may differ, as 3%% or 0.03 (default: 3%%).")
    private String tolerance = "3%";

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "Only this billing month; needed when the invoice has no column for it.")
    private @Nullable YearMonth month;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "The currency of an invoice without a column for it.")
    private @Nullable String currency;

    @Option(names = "--provider", paramLabel = "NAME", description = "Only the bills of this provider, such as AWS.")
    private String provider = "";

    @Option(names = "--billing-account", paramLabel = "ID", description = "Only the bills of this billed account.")
    private String billingAccount = "";

    @Option(
            names = "--as-known-on",
            paramLabel = "DATE|INSTANT",
            converter = KnownOnConverter.class,
            description = "Compare the bills as they were known at this time; a day is its end in UTC.")
    private @Nullable Instant knownOn;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            description = "All lines and totals with their bridges; .gz is compressed.")
    private @Nullable Path output;

    ReconcileCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    ExitCode run(Console console) throws UseCaseException {
        ReconcileBill.Request request = new ReconcileBill.Request(
                invoice,
                tolerance(),
                Optional.ofNullable(month),
                currency(),
                provider,
                billingAccount,
                Optional.ofNullable(knownOn));
        try (OpenWorkspace workspace = open()) {
            ReconcileBill.Report report = new ReconcileBill(workspace, clock).run(request);
            if (output != null) {
                new ReconciliationTable(report).write(output);
            }
            if (common().json()) {
                console.result(json(ReconciliationText.tree(report)));
            } else {
                ReconciliationText.lines(report).forEach(console::result);
                report.notes().forEach(console::message);
            }
            return report.passed() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }
    }

    private BigDecimal tolerance() {
        String text = tolerance.strip();
        var percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return new BigDecimal(percent.group(1)).movePointLeft(2);
        }
        if (SHARE.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw wrongUsage("--tolerance (" + tolerance + ") must be a percentage such as 3%, or a share such as 0.03.");
    }

    private Optional<CurrencyCode> currency() {
        try {
            return Optional.ofNullable(currency)
                    .map(code -> new CurrencyCode(code.strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--currency (" + currency + ") must be a code such as USD.");
        }
    }
}
