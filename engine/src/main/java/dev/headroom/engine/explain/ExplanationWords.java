package dev.headroom.engine.explain;

import dev.headroom.engine.quantity.MeasureUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Turns an explanation into one paragraph.
final class ExplanationWords {
    private static final int FIGURES = 3;
    private static final int NAMED = 3;

    private ExplanationWords() {}

    static String paragraph(Explanation known) {
        List<String> sentences = new ArrayList<>();
        sentences.add(known.observations() + (known.observations() == 1 ? " observation" : " observations") + " from "
                + known.firstTime() + " to " + known.lastTime() + " are known.");
        known.trend().ifPresent(trend -> sentences.add(trend(trend, known.unit())));
        if (!known.bends().isEmpty()) {
            sentences.add(bends(known));
        }
        known.seasons().forEach(season -> sentences.add(season(season, known.unit())));
        sentences.add(ahead(known));
        if (!known.drivers().isEmpty()) {
            sentences.add(drivers(known));
        }
        sentences.add("Not known to the model: " + String.join("; ", known.unknown()) + ".");
        return String.join(" ", sentences);
    }

    private static String trend(Explanation.Trend trend, MeasureUnit unit) {
        Explanation.Range level = trend.level();
        Explanation.Range change = trend.change();
        String direction = change.low() > 0
                ? "rises by " + amount(change.value(), unit)
                : change.high() < 0
                        ? "falls by " + amount(-change.value(), unit)
                        : "shows no clear trend: " + signed(change.value(), unit);
        return "The level is now " + amount(level.value(), unit) + " (80 % likely " + between(level, unit) + ") and "
                + direction + " a " + trend.period() + " (" + between(change, unit) + ").";
    }

    private static String bends(Explanation known) {
        String period = known.trend().map(Explanation.Trend::period).orElse("step");
        return (known.bends().size() == 1
                        ? "The trend bent once: "
                        : "The trend bent " + known.bends().size() + " times, last: ")
                + known.bends().reversed().stream()
                        .limit(NAMED)
                        .map(bend -> "at " + bend.time() + " from " + signed(bend.before(), known.unit()) + " to "
                                + signed(bend.after(), known.unit()) + " a " + period)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String season(Explanation.Season season, MeasureUnit unit) {
        return "The " + season.name() + " pattern swings by " + amount(season.swing(), unit) + ", highest "
                + season.strongest() + ", lowest " + season.weakest() + ".";
    }

    private static String ahead(Explanation known) {
        Explanation.Ahead ahead = known.ahead();
        return "For " + ahead.time() + ", " + ahead.steps() + (ahead.steps() == 1 ? " step" : " steps")
                + " ahead, the model " + known.model() + " expects "
                + amount(ahead.within().value(), known.unit())
                + "; in 4 of 5 cases it should lie between "
                + amount(ahead.within().low(), known.unit()) + " and "
                + amount(ahead.within().high(), known.unit()) + ".";
    }

    private static String drivers(Explanation known) {
        return "Against the last known seasons, "
                + known.drivers().stream()
                        .limit(NAMED)
                        .map(driver -> driver.name()
                                + (driver.change() > 0 ? " adds " : " takes ")
                                + amount(Math.abs(driver.change()), known.unit()))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static String between(Explanation.Range range, MeasureUnit unit) {
        return figure(range.low()) + " to " + amount(range.high(), unit);
    }

    private static String signed(double value, MeasureUnit unit) {
        return (value > 0 ? "+" : "") + amount(value, unit);
    }

    private static String amount(double value, MeasureUnit unit) {
        String symbol = unit == MeasureUnit.COUNT || unit == MeasureUnit.CURRENCY ? "" : unit.symbol();
        return symbol.isEmpty() ? figure(value) : figure(value) + " " + symbol;
    }

    /// Three significant digits; whole numbers from 100 on, powers of ten where there would be many zeros.
    static String figure(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal rounded = new BigDecimal(value, new MathContext(FIGURES));
        if (size >= 1e9 || size < 1e-4) {
            return rounded.toString().contains("E") ? rounded.toString() : String.format(Locale.ROOT, "%.2e", value);
        }
        return size >= 1000
                ? Long.toString(Math.round(value))
                : rounded.stripTrailingZeros().toPlainString();
    }
}
