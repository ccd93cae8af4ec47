package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.BillStanding;
import dev.headroom.app.usecase.InvoiceCheck;
import java.math.BigDecimal;
import javafx.scene.control.Label;

/// How a bill stands to its invoice, in a badge and in a sentence.
///
/// @param word what the badge says, such as `Within 0.4 %`
/// @param phrase the same after the name of a month, such as `within 0.4 %`
/// @param title the verdict in a sentence
/// @param detail what stands below it
public record StandingFace(Tone tone, String icon, String word, String phrase, String title, String detail) {
    /// Differences below this many percent are written as "less than".
    private static final double LEAST_PERCENT = 0.01;

    public static StandingFace of(BillStanding standing, Formats formats) {
        return standing.check()
                .map(check -> of(standing.kind(), check, formats))
                .orElse(new StandingFace(
                        Tone.NEUTRAL,
                        "fth-help-circle",
                        "No invoice",
                        "not reconciled",
                        "Never reconciled",
                        "No invoice was held against this bill yet."));
    }

    private static StandingFace of(BillStanding.Kind kind, InvoiceCheck check, Formats formats) {
        return switch (kind) {
            case WITHIN, NEVER ->
                new StandingFace(
                        Tone.GOOD,
                        "fth-check-circle",
                        exact(check) ? "Matches" : "Within " + percent(check, formats),
                        exact(check) ? "matches" : "within " + percent(check, formats),
                        exact(check)
                                ? "Matches the invoice exactly"
                                : "Matches the invoice within " + percent(check, formats),
                        difference(check, formats));
            case DIFFERS ->
                new StandingFace(
                        Tone.BAD,
                        "fth-alert-octagon",
                        check.totalWithin() ? lines(check) + " off" : "Off by " + size(check, formats),
                        check.totalWithin() ? lines(check) + " off" : "off by " + size(check, formats),
                        check.totalWithin()
                                ? "The total matches, " + lines(check) + (check.failedLines() == 1 ? " does" : " do")
                                        + " not"
                                : "Differs from the invoice by " + size(check, formats),
                        difference(check, formats));
            case OUTDATED ->
                new StandingFace(
                        Tone.WATCH,
                        "fth-refresh-cw",
                        "Outdated",
                        "check outdated",
                        "The bill has changed since it was checked",
                        "On " + formats.dayYear(check.at()) + " it "
                                + (check.passed() ? "matched" : "did not match")
                                + ". Reconcile it again.");
        };
    }

    private static boolean exact(InvoiceCheck check) {
        return check.difference().signum() == 0;
    }

    private static String size(InvoiceCheck check, Formats formats) {
        return check.share().isPresent()
                ? percent(check, formats)
                : formats.money(check.difference().abs(), check.currency().value(), 2);
    }

    private static String percent(InvoiceCheck check, Formats formats) {
        double percent = 100 * check.share().map(BigDecimal::doubleValue).orElse(0.0);
        return percent < LEAST_PERCENT
                ? "less than " + formats.percent(LEAST_PERCENT, 2)
                : formats.percent(percent, percent < 1 ? 2 : 1);
    }

    private static String lines(InvoiceCheck check) {
        return check.failedLines() == 1 ? "1 line" : check.failedLines() + " lines";
    }

    /// Such as `Difference +$330.57, tolerance 3 %`.
    private static String difference(InvoiceCheck check, Formats formats) {
        return "Difference " + signed(check.difference(), check, formats) + ", tolerance " + tolerance(check, formats);
    }

    static String tolerance(InvoiceCheck check, Formats formats) {
        BigDecimal percent = check.tolerance().movePointRight(2).stripTrailingZeros();
        return formats.percent(percent.doubleValue(), Math.clamp(percent.scale(), 0, 4));
    }

    static String signed(BigDecimal amount, InvoiceCheck check, Formats formats) {
        String text = formats.money(amount, check.currency().value(), 2);
        return amount.signum() > 0 ? "+" + text : text;
    }

    /// The badge; what it says aloud is the whole verdict.
    public Label badge() {
        Label badge = Parts.badge(tone, icon, word);
        badge.setAccessibleText(title);
        return badge;
    }
}
