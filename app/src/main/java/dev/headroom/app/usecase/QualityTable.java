package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ImportQuality;
import dev.headroom.engine.series.SeriesQuality;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The quality of series and of imported files as a table: one row each, with score and reasons.
public final class QualityTable extends Table {
    public QualityTable(List<CheckQuality.Judged> series, List<CheckImports.Judged> files) {
        super(List.of(
                "kind",
                "name",
                "batch",
                "score",
                "verdict",
                "observations",
                "completeness",
                "age_steps",
                "gaps",
                "longest_gap",
                "outliers",
                "sufficiency",
                "sufficiency_words",
                "rows",
                "rejected_share",
                "duplicates_share",
                "findings",
                "missing_days",
                "open_amounts",
                "currencies",
                "tags",
                "reasons",
                "advice"));
        series.forEach(this::series);
        files.forEach(this::file);
    }

    private void series(CheckQuality.Judged judged) {
        SeriesQuality quality = judged.quality();
        add(
                "series",
                judged.name(),
                Optional.empty(),
                quality.score(),
                quality.verdict().words(),
                quality.observations(),
                quality.completeness(),
                quality.lag(),
                quality.gaps(),
                quality.longestGap(),
                quality.outliers(),
                judged.sufficiency().verdict().words(),
                judged.sufficiency().sentence(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                String.join(" ", quality.reasons()),
                quality.findings().stream()
                        .map(SeriesQuality.Finding::advice)
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    private void file(CheckImports.Judged judged) {
        ImportQuality.Facts facts = judged.facts();
        boolean bill = facts.charges() > 0;
        add(
                "file",
                judged.name(),
                judged.batch(),
                judged.quality().score(),
                SeriesQuality.verdictOf(judged.quality().score()).words(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                facts.rows(),
                share(facts.rejected(), facts.rows()),
                share(facts.duplicates(), facts.rows()),
                facts.findings(),
                bill ? Optional.of(facts.missingDays()) : Optional.empty(),
                bill ? Optional.of(facts.open()) : Optional.empty(),
                String.join(" ", facts.currencies()),
                facts.tags().stream()
                        .map(tag -> tag.tag() + "=" + Numbers.plain(tag.share()))
                        .collect(Collectors.joining(" ")),
                CheckImports.words(judged.quality()),
                CheckImports.advice(judged.quality()));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
