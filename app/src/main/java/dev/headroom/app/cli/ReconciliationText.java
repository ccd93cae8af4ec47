package dev.headroom.app.cli;

import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.ReconciledBill;
import dev.headroom.engine.cost.ReconciledLine;
import dev.headroom.engine.cost.VarianceBridge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A reconciliation in words and as JSON.
final class ReconciliationText {
    private static final int SHOWN_LINES = 20;
    private static final int SHARE_PLACES = 6;

    private ReconciliationText() {}

    static List<String> lines(ReconcileBill.Report report) {
        List<String> text = new ArrayList<>();
        for (ReconciledBill bill : report.bills()) {
            ReconciledLine total = bill.total();
            text.add(bill.month() + " " + bill.currency() + ": " + (bill.passed() ? "PASS" : "FAIL") + ", "
                    + sides(total) + "; tolerance " + percent(report.tolerance()) + ", " + bill.failedLines() + " of "
                    + bill.lines().size() + " lines beyond it");
            total.bridge().steps().forEach(step -> text.add("  " + words(step)));
            if (!bill.missing().isEmpty()) {
                text.add("  days without usage: "
                        + bill.missing().stream().map(Object::toString).collect(Collectors.joining(", ")));
            }
            List<ReconciledLine> failed =
                    bill.lines().stream().filter(line -> !line.passed()).toList();
            for (ReconciledLine line : failed.subList(0, Math.min(SHOWN_LINES, failed.size()))) {
                text.add("  " + name(line.key()) + ": " + sides(line) + "; "
                        + line.bridge().steps().stream()
                                .map(ReconciliationText::words)
                                .collect(Collectors.joining(", ")));
            }
            if (failed.size() > SHOWN_LINES) {
                text.add("  and " + (failed.size() - SHOWN_LINES) + " more lines; -o and --json have them all");
            }
        }
        return text;
    }

    private static String sides(ReconciledLine line) {
        return "invoiced " + amount(line.invoiced()) + ", billed " + amount(line.billed()) + ", difference "
                + line.difference().toPlainString()
                + share(line).map(share -> " (" + share + ")").orElse("");
    }

    private static String amount(Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("nothing");
    }

    private static Optional<String> share(ReconciledLine line) {
        return line.invoiced()
                .filter(invoiced -> invoiced.signum() != 0)
                .map(invoiced ->
                        percent(line.difference().divide(invoiced.abs(), SHARE_PLACES, RoundingMode.HALF_EVEN)));
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent =
                share.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale())).toPlainString() + " %";
    }

    private static String words(VarianceBridge.Step step) {
        String name = step.part().code().replace('_', ' ');
        String sure = switch (step.certainty()) {
            case EXACT, UNKNOWN -> "";
            case LIKELY -> " (likely)";
            case ESTIMATED -> " (estimated)";
        };
        return name + " " + step.amount().toPlainString() + sure;
    }

    private static String name(InvoiceKey key) {
        String name = Stream.of(key.invoice(), key.account(), key.service())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" / "));
        return name.isEmpty() ? "not stated" : name;
    }

    static Map<String, Object> tree(ReconcileBill.Report report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("passed", report.passed());
        tree.put("tolerance", report.tolerance().toPlainString());
        tree.put("bills", report.bills().stream().map(ReconciliationText::tree).toList());
        if (!report.notes().isEmpty()) {
            tree.put("notes", report.notes());
        }
        return tree;
    }

    private static Map<String, Object> tree(ReconciledBill bill) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("month", bill.month().toString());
        tree.put("currency", bill.currency().value());
        tree.put("passed", bill.passed());
        tree.put("total", tree(bill.total()));
        tree.put("lines", bill.lines().stream().map(ReconciliationText::tree).toList());
        tree.put("missing_days", bill.missing().stream().map(Object::toString).toList());
        return tree;
    }

    private static Map<String, Object> tree(ReconciledLine line) {
        Map<String, Object> tree = new LinkedHashMap<>();
        putText(tree, "invoice", line.key().invoice());
        putText(tree, "account", line.key().account());
        putText(tree, "service", line.key().service());
        line.invoiced().ifPresent(amount -> tree.put("invoiced", amount.toPlainString()));
        line.billed().ifPresent(amount -> tree.put("billed", amount.toPlainString()));
        tree.put("difference", line.difference().toPlainString());
        tree.put("result", line.verdict().name().toLowerCase(Locale.ROOT));
        tree.put(
                "bridge",
                line.bridge().steps().stream().map(ReconciliationText::tree).toList());
        return tree;
    }

    private static Map<String, String> tree(VarianceBridge.Step step) {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("part", step.part().code());
        tree.put("amount", step.amount().toPlainString());
        tree.put("certainty", step.certainty().name().toLowerCase(Locale.ROOT));
        return tree;
    }

    private static void putText(Map<String, Object> tree, String name, String text) {
        if (!text.isEmpty()) {
            tree.put(name, text);
        }
    }
}
