package dev.headroom.app.cli;

import dev.headroom.app.usecase.CheckAws;
import dev.headroom.app.usecase.PullAws;
import dev.headroom.app.usecase.PullWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A pull in lines for people.
final class PullText {
    private PullText() {}

    static List<String> plan(PullAws.Plan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(plan.who() + " in account " + plan.account());
        int width = plan.parts().stream()
                .mapToInt(part -> place(part).length())
                .max()
                .orElse(0);
        for (PullAws.Part part : plan.parts()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s %-15s %,8d calls %,14d values  %s",
                    place(part) + " ".repeat(width - place(part).length()),
                    part.what(),
                    part.asked().calls(),
                    part.asked().points(),
                    PullWords.dollars(part.asked().usd())));
        }
        lines.add(String.format(
                Locale.ROOT,
                "At most %,d calls, %,d values, %s to receive, %s at list prices. Nothing was pulled.",
                plan.asked().calls(),
                plan.asked().points(),
                PullWords.bytes(plan.asked().bytes()),
                PullWords.dollars(plan.asked().usd())));
        return lines;
    }

    private static String place(PullAws.Part part) {
        return part.account() + "/" + part.region();
    }

    static List<String> result(PullAws.Result result) {
        List<String> lines = new ArrayList<>();
        for (PullAws.Kept kept : result.kept()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: %,d rows, %,d accepted, %,d rejected, %,d duplicates%s",
                    kept.name(),
                    kept.rows(),
                    kept.accepted(),
                    kept.rejected(),
                    kept.duplicates(),
                    kept.first().isPresent() && kept.last().isPresent()
                            ? ", " + kept.first().get() + " to " + kept.last().get()
                            : ""));
        }
        PullAws.Spent total = result.total();
        lines.add(String.format(
                Locale.ROOT,
                "Asked %,d calls, received %s, %s at list prices (expected %s); this month %s.",
                total.calls(),
                PullWords.bytes(total.bytes()),
                PullWords.dollars(total.usd()),
                PullWords.expected(result.plan().asked().usd()),
                PullWords.dollars(result.month().usd())));
        return lines;
    }

    static List<String> check(CheckAws.Result check) {
        List<String> lines = new ArrayList<>();
        lines.add(check.who() + " in account " + check.account());
        for (CheckAws.Permitted action : check.actions()) {
            lines.add(String.format(Locale.ROOT, "  %-8s %-16s %s", action.verdict(), action.what(), action.action()));
            if (!action.words().isEmpty()) {
                lines.add("           " + action.words());
            }
        }
        return lines;
    }

    static String missing(PullAws.Missing missing) {
        return "Not pulled: " + missing.what() + " of " + missing.account() + "/" + missing.region() + ": "
                + missing.sentence() + " (" + missing.code() + ")";
    }
}
