package dev.headroom.app.cli;

import dev.headroom.app.usecase.PublishAws;
import dev.headroom.app.usecase.PublishSettings;
import dev.headroom.app.usecase.PullWords;
import dev.headroom.app.usecase.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is written to AWS, in lines for people.
final class PublishText {
    private static final int SHOWN = 20;

    private PublishText() {}

    static String allowed(PublishSettings.Switch one, boolean changed) {
        return (changed ? "Switched on: " : "It was so already: ") + line(one)
                + ". headroom publish aws writes it; --dry-run says what, --print-policy what it needs.";
    }

    static String forbidden(PublishAws.What what, boolean changed) {
        return changed
                ? "Switched off: " + what.word() + ". What was written stays in AWS."
                : Words.capital(what.word()) + " was off already.";
    }

    static List<String> list(List<PublishSettings.Switch> on) {
        return on.isEmpty()
                ? List.of("Nothing is switched on, so nothing is written to AWS.")
                : on.stream().map(PublishText::line).toList();
    }

    private static String line(PublishSettings.Switch one) {
        return one.what().word() + " to " + (one.what() == PublishAws.What.METRICS ? "the namespace " : "")
                + one.target() + one.role().map(arn -> " with the role " + arn).orElse("");
    }

    static List<String> plan(PublishAws.Plan plan) {
        List<String> lines = new ArrayList<>();
        for (PublishAws.Part part : plan.parts()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-8s %s: %s%s",
                    part.what().word(),
                    part.target(),
                    count(part.items().size(), part.what()),
                    part.items().isEmpty() ? "" : ", " + PullWords.dollars(part.usd()) + perMonth(part)));
            part.items().stream().limit(SHOWN).forEach(item -> lines.add("  " + item(part.what(), item)));
            if (part.items().size() > SHOWN) {
                lines.add("  and " + (part.items().size() - SHOWN) + " more; --json lists them all");
            }
        }
        lines.add(String.format(
                Locale.ROOT,
                "At most %s, about %s to send, %s at list prices. Nothing was written.",
                calls(plan.calls()),
                PullWords.bytes(plan.bytes()),
                PullWords.dollars(plan.usd())));
        return lines;
    }

    private static String perMonth(PublishAws.Part part) {
        return part.what() == PublishAws.What.METRICS ? " for a month in which they are written every hour" : "";
    }

    private static String item(PublishAws.What what, PublishAws.Item item) {
        return switch (what) {
            case SERIES ->
                item.name()
                        + String.format(
                                Locale.ROOT, "  %,d rows, about %s", item.values(), PullWords.bytes(item.bytes()));
            case METRICS, ALERTS -> item.name();
        };
    }

    static List<String> result(PublishAws.Result result) {
        List<String> lines = new ArrayList<>();
        for (PublishAws.Written written : result.written()) {
            boolean failed = result.missing().stream().anyMatch(one -> one.what() == written.what());
            if (written.items().isEmpty() && (failed || result.end().isPresent())) {
                continue;
            }
            lines.add(
                    written.items().isEmpty()
                            ? Words.capital(written.what().word()) + ": nothing new for " + written.target() + "."
                            : Words.capital(written.what().word()) + ": "
                                    + count(written.items().size(), written.what()) + " written to " + written.target()
                                    + size(written) + ".");
        }
        lines.add(String.format(
                Locale.ROOT,
                "%s, %s at list prices; this month %s.",
                calls(result.total().calls()),
                PullWords.dollars(result.total().usd()),
                PullWords.dollars(result.month().usd())));
        return lines;
    }

    private static String calls(long calls) {
        return String.format(Locale.ROOT, "%,d call%s", calls, calls == 1 ? "" : "s");
    }

    private static String size(PublishAws.Written written) {
        long rows = written.items().stream().mapToLong(PublishAws.Item::values).sum();
        long bytes = written.items().stream().mapToLong(PublishAws.Item::bytes).sum();
        return switch (written.what()) {
            case SERIES -> String.format(Locale.ROOT, ", %,d rows, %s", rows, PullWords.bytes(bytes));
            case METRICS -> ", which AWS charges for up to $0.30 each and month";
            case ALERTS -> "";
        };
    }

    private static String count(int count, PublishAws.What what) {
        String noun = switch (what) {
            case SERIES -> "object";
            case METRICS -> "metric";
            case ALERTS -> "message";
        };
        return count == 0 ? "nothing new" : String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    static String missing(PublishAws.Missing missing) {
        return "Not written: " + missing.what().word() + " to " + missing.target() + ": " + missing.sentence() + " ("
                + missing.code() + ")";
    }
}
