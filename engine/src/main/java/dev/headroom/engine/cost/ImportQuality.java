package dev.headroom.engine.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How far an imported file can be trusted: a score of 0 to 100 with its reasons.
///
/// Points are taken off for refused rows (three for each per cent, at most 60), rows that break a rule (a fifth of
/// their per cent, from 2 to 20), days of a bill without charges (their per cent, at most 40), charges without
/// an amortised amount (a fifth of their per cent, at most 20), required tags (a fifth of the per cent of the cost that
/// the worst of them does not cover), several currencies (5) and an unknown currency (20). A file that was refused as
/// a whole scores 0. Rows that were there before are told and take nothing off.
///
/// @param reasons the heaviest first
public record ImportQuality(int score, List<Reason> reasons) {
    public ImportQuality {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score (" + score + ") must lie in [0, 100].");
        }
        reasons = reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                .toList();
    }

    /// What is known about a file.
    ///
    /// @param findings rows that break a rule of the format; a row may count several times
    /// @param days days of the bill that have or should have charges; 0 for what is no bill
    /// @param open charges without an amortised amount
    /// @param tags the required tags with the share of the cost that carries each
    public record Facts(
            boolean refused,
            long rows,
            long rejected,
            long duplicates,
            long findings,
            int days,
            int missingDays,
            long charges,
            long open,
            List<String> currencies,
            List<TagShare> tags) {
        public Facts {
            currencies = List.copyOf(currencies);
            tags = List.copyOf(tags);
        }
    }

    /// How much of the cost carries a tag, 0..1.
    public record TagShare(String tag, double share) {}

    /// One thing that speaks against a file.
    ///
    /// @param weight points that it takes off
    /// @param points how many rows, days or charges are concerned
    /// @param advice what to do about it
    public record Reason(double weight, long points, String words, String advice) {}

    public static ImportQuality of(Facts facts) {
        if (facts.refused()) {
            return new ImportQuality(
                    0,
                    List.of(new Reason(
                            100,
                            facts.rows(),
                            "The file was refused.",
                            "Correct what its message names and import it again.")));
        }
        List<Reason> reasons = new ArrayList<>();
        rows(facts, reasons);
        bill(facts, reasons);
        money(facts, reasons);
        double weight = reasons.stream().mapToDouble(Reason::weight).sum();
        return new ImportQuality((int) Math.round(Math.clamp(100 - weight, 0, 100)), reasons);
    }

    private static void rows(Facts facts, List<Reason> reasons) {
        if (facts.rejected() > 0) {
            double share = share(facts.rejected(), facts.rows());
            add(
                    reasons,
                    Math.min(60, 300 * share),
                    facts.rejected(),
                    "Save the rejects, correct them and import them again.",
                    "%,d of %,d rows were refused (%.2f %%).",
                    facts.rejected(),
                    facts.rows(),
                    100 * share);
        }
        if (facts.findings() > 0) {
            double share = share(facts.findings(), facts.rows());
            add(
                    reasons,
                    Math.clamp(20 * share, 2, 20),
                    facts.findings(),
                    "See the findings of the file; the provider of the export has to correct them.",
                    "%,d times a kept row breaks a rule of the format.",
                    facts.findings());
        }
        if (facts.duplicates() > 0) {
            add(
                    reasons,
                    0,
                    facts.duplicates(),
                    "Nothing: they were not counted twice.",
                    "%,d of %,d rows were there before (%.1f %%).",
                    facts.duplicates(),
                    facts.rows(),
                    100 * share(facts.duplicates(), facts.rows()));
        }
    }

    private static void bill(Facts facts, List<Reason> reasons) {
        if (facts.missingDays() > 0) {
            add(
                    reasons,
                    Math.min(40, 100 * share(facts.missingDays(), facts.days())),
                    facts.missingDays(),
                    "Ask for the export of these days; a bill rarely has a day without charges.",
                    "%d of %d days have no charges.",
                    facts.missingDays(),
                    facts.days());
        }
        if (facts.open() > 0) {
            add(
                    reasons,
                    20 * share(facts.open(), facts.charges()),
                    facts.open(),
                    "Export the amortised amounts too; until then amortised cost is too low.",
                    "%,d of %,d charges have no amortised amount.",
                    facts.open(),
                    facts.charges());
        }
        facts.tags().stream().min(Comparator.comparingDouble(TagShare::share)).ifPresent(worst -> {
            if (worst.share() < 0.995) {
                add(
                        reasons,
                        20 * (1 - Math.clamp(worst.share(), 0, 1)),
                        0,
                        "Tag the resources, or add the tag to the export.",
                        "The tag %s covers %.1f %% of the cost of usage.",
                        worst.tag(),
                        100 * worst.share());
            }
        });
    }

    private static void money(Facts facts, List<Reason> reasons) {
        if (facts.currencies().size() > 1) {
            add(
                    reasons,
                    5,
                    facts.currencies().size(),
                    "Read the totals by currency; they are never added up.",
                    "The amounts are in %d currencies: %s.",
                    facts.currencies().size(),
                    String.join(", ", facts.currencies()));
        }
        if (facts.currencies().stream().anyMatch("unknown"::equalsIgnoreCase)) {
            add(
                    reasons,
                    20,
                    facts.charges(),
                    "Add the column with the billing currency to the export.",
                    "The file does not name its currency.");
        }
    }

    private static void add(
            List<Reason> reasons, double weight, long points, String advice, String words, Object... numbers) {
        reasons.add(new Reason(weight, points, String.format(Locale.ROOT, words, numbers), advice));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : Math.min(1, part / (double) whole);
    }
}
