package dev.headroom.app.ui.data;

import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.engine.series.SeriesQuality;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.Sufficiency;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// One series in the table of quality.
///
/// @param resource the name of the server as it is shown
/// @param kind what is measured and how, such as `CPU p95, daily`
public record SeriesRow(String resource, String kind, SeriesQuality quality, Sufficiency sufficiency) {
    /// All series, the worst score first.
    ///
    /// @param name how the id of a resource is written
    static List<SeriesRow> of(List<JudgedSeries> judged, UnaryOperator<String> name) {
        return judged.stream()
                .sorted(Comparator.comparingInt(
                                (JudgedSeries series) -> series.quality().score())
                        .thenComparing(JudgedSeries::key))
                .map(series -> new SeriesRow(
                        name.apply(series.key().resource()),
                        QualityRow.label(series.key().metric()) + " "
                                + series.key().statistic().code() + ", " + words(series.step()),
                        series.quality(),
                        series.sufficiency()))
                .toList();
    }

    private static String words(Step step) {
        return step.equals(Step.DAY) ? "daily" : step.equals(Step.HOUR) ? "hourly" : step.code();
    }

    /// What speaks most against it; nothing for a good one.
    public String reason() {
        return quality.reasons().isEmpty() ? "" : quality.reasons().getFirst();
    }

    /// True when the text is in the name, the metric or a reason.
    boolean mentions(String text) {
        String all = (resource + " " + kind + " " + String.join(" ", quality.reasons())).toLowerCase(Locale.ROOT);
        return all.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    Tone tone() {
        return FileRow.tone(quality.verdict());
    }

    String verdict() {
        return FileRow.word(quality.verdict());
    }

    String icon() {
        return icon(tone());
    }

    /// Whether it carries a forecast, in a word.
    String carries() {
        return switch (sufficiency.verdict()) {
            case ENOUGH -> "Enough";
            case WEAK -> "Weak";
            case TOO_LITTLE -> "Too little";
        };
    }

    Tone carriesTone() {
        return switch (sufficiency.verdict()) {
            case ENOUGH -> Tone.GOOD;
            case WEAK -> Tone.WATCH;
            case TOO_LITTLE -> Tone.BAD;
        };
    }

    static String icon(Tone tone) {
        return switch (tone) {
            case GOOD -> "fth-check";
            case WATCH -> "fth-alert-triangle";
            case BAD -> "fth-alert-octagon";
            case NEUTRAL, ACCENT -> "fth-info";
        };
    }
}
