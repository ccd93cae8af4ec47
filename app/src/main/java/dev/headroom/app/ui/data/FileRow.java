package dev.headroom.app.ui.data;

import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.usecase.CheckImports;
import dev.headroom.engine.cost.ImportQuality;
import dev.headroom.engine.series.SeriesQuality;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// One imported file in the table of quality.
public record FileRow(CheckImports.Judged judged) {
    /// All files, the worst score first and of these the latest.
    static List<FileRow> of(List<CheckImports.Judged> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(
                                (CheckImports.Judged one) -> one.quality().score())
                        .thenComparing(Comparator.comparing(CheckImports.Judged::loaded)
                                .reversed()))
                .map(FileRow::new)
                .toList();
    }

    public String name() {
        return judged.name();
    }

    public String format() {
        return ImportRow.words(judged.file().format());
    }

    public int score() {
        return judged.quality().score();
    }

    SeriesQuality.Verdict verdict() {
        return SeriesQuality.verdictOf(score());
    }

    /// What speaks most against it; nothing for a good one.
    public String reason() {
        List<ImportQuality.Reason> reasons = judged.quality().reasons();
        return reasons.isEmpty() ? "" : reasons.getFirst().words();
    }

    /// True when the text is in the name, the format or a reason.
    boolean mentions(String text) {
        StringBuilder all = new StringBuilder(name() + " " + format());
        judged.quality().reasons().forEach(reason -> all.append(' ').append(reason.words()));
        return all.toString().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
    }

    Tone tone() {
        return tone(verdict());
    }

    String word() {
        return word(verdict());
    }

    static Tone tone(SeriesQuality.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> Tone.GOOD;
            case WATCH -> Tone.WATCH;
            case BAD -> Tone.BAD;
        };
    }

    static String word(SeriesQuality.Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "Good";
            case WATCH -> "Watch";
            case BAD -> "Bad";
        };
    }
}
