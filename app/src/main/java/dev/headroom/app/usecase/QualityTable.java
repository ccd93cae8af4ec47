package dev.headroom.app.usecase;

import dev.headroom.engine.cost.ImportQuality;
import dev.headroom.engine.cost.TagCoverage;
import dev.headroom.engine.series.SeriesQuality;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The quality of series, of imported files and of the tags as a table: one row each, with score and reasons.
public final class QualityTable extends Table {
    public QualityTable(List<CheckQuality.Judged> series, List<CheckImports.Judged> files, RequireTags.Coverage tags) {
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
                "account",
                "tag",
                "currency",
                "cost",
                "tagged",
                "tagged_share",
                "policy_since",
                "reasons",
                "advice"));
        series.forEach(this::series);
        files.forEach(this::file);
        tags.rows().forEach(row -> tag(row, tags));
    }

    private static Map<String, Object> row(String kind, String name, int score) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind);
        row.put("name", name);
        row.put("score", score);
        row.put("verdict", SeriesQuality.verdictOf(score).words());
        return row;
    }

    private void series(CheckQuality.Judged judged) {
        SeriesQuality quality = judged.quality();
        Map<String, Object> row = row("series", judged.name(), quality.score());
        row.put("verdict", quality.verdict().words());
        row.put("observations", quality.observations());
        row.put("completeness", quality.completeness());
        row.put("age_steps", quality.lag());
        row.put("gaps", quality.gaps());
        row.put("longest_gap", quality.longestGap());
        row.put("outliers", quality.outliers());
        row.put("sufficiency", judged.sufficiency().verdict().words());
        row.put("sufficiency_words", judged.sufficiency().sentence());
        row.put("reasons", String.join(" ", quality.reasons()));
        row.put(
                "advice",
                quality.findings().stream()
                        .map(SeriesQuality.Finding::advice)
                        .distinct()
                        .collect(Collectors.joining(" ")));
        add(row);
    }

    private void file(CheckImports.Judged judged) {
        ImportQuality.Facts facts = judged.facts();
        Map<String, Object> row = row("file", judged.name(), judged.quality().score());
        row.put("batch", judged.batch());
        row.put("rows", facts.rows());
        row.put("rejected_share", share(facts.rejected(), facts.rows()));
        row.put("duplicates_share", share(facts.duplicates(), facts.rows()));
        row.put("findings", facts.findings());
        if (facts.charges() > 0) {
            row.put("missing_days", facts.missingDays());
            row.put("open_amounts", facts.open());
        }
        row.put("currencies", String.join(" ", facts.currencies()));
        row.put(
                "tags",
                facts.tags().stream()
                        .map(tag -> tag.tag() + "=" + Numbers.plain(tag.share()))
                        .collect(Collectors.joining(" ")));
        row.put("reasons", CheckImports.words(judged.quality()));
        row.put("advice", CheckImports.advice(judged.quality()));
        add(row);
    }

    private void tag(TagCoverage coverage, RequireTags.Coverage tags) {
        Map<String, Object> row = row("tag", TagWords.name(coverage), TagWords.score(coverage));
        row.put("account", coverage.account());
        row.put("tag", coverage.tag());
        row.put("currency", coverage.currency().value());
        row.put("cost", coverage.cost());
        row.put("tagged", coverage.tagged());
        coverage.share().ifPresent(share -> row.put("tagged_share", share));
        tags.kept().ifPresent(kept -> row.put("policy_since", kept.since()));
        row.put("open_amounts", coverage.unknown());
        row.put("reasons", TagWords.reason(coverage));
        row.put("advice", TagWords.advice(coverage));
        add(row);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }
}
