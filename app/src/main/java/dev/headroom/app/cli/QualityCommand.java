package dev.headroom.app.cli;

import dev.headroom.app.usecase.CheckImports;
import dev.headroom.app.usecase.CheckQuality;
import dev.headroom.app.usecase.ImportData;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.QualityTable;
import dev.headroom.app.usecase.RequireTags;
import dev.headroom.app.usecase.TagWords;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.cost.ImportQuality;
import dev.headroom.engine.cost.TagPolicy;
import dev.headroom.engine.series.SeriesQuality;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "quality",
        header = "How good are the series and the imported files?",
        description = {
            "A score of 0 to 100 with its reasons for each series and each imported file, and whether a series carries "
                    + "a forecast. What is good is only counted, unless -o or --json asks for all of it.",
            "With required tags, also how much of the cost of usage carries them, by account. The tags that the workspace "
                    + "keeps (--set) hold for every later run.",
            "Exit code 1 when something is below --min-score."
        })
final class QualityCommand extends Command {
    @Option(
            names = "--batch",
            paramLabel = "ID",
            description = "Only the files of this import (see import --json); without series unless --series.")
    private @Nullable String batch;

    @Option(
            names = "--series",
            paramLabel = "PATTERN",
            description =
                    "Only these series, such as db-1/cpu/p95 or web-*; * is any text. Without files unless --batch.")
    private @Nullable String pattern;

    @Mixin
    private TagRule tags = new TagRule();

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "A series without observations since is old (default: the last observation of all).")
    private @Nullable LocalDate asOf;

    @Option(names = "--min-score", paramLabel = "N", description = "Fail when a score is below N, 0 to 100.")
    private @Nullable Integer least;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "QUALITY.csv",
            description = "The result file; .gz is compressed.")
    private @Nullable Path output;

    @Override
    ExitCode run(Console console) throws UseCaseException {
        if (least != null && (least < 0 || least > 100)) {
            throw wrongUsage("--min-score (" + least + ") must lie between 0 and 100.");
        }
        try (OpenWorkspace workspace = open()) {
            TagRule.Applied rule = tags.apply(workspace, Clock.systemUTC().instant(), this::wrongUsage);
            List<CheckImports.Judged> files = pattern != null && batch == null ? List.of() : files(workspace, rule);
            List<CheckQuality.Judged> series =
                    batch != null && pattern == null ? List.of() : series(workspace, console);
            RequireTags.Coverage coverage = pattern == null && batch == null
                    ? rule.coverage()
                    : new RequireTags.Coverage(TagPolicy.NONE, Optional.empty(), List.of());
            String sentence = sentence(series, files, coverage);
            if (output != null || common().json()) {
                give(console, new QualityTable(series, files, coverage), output, sentence);
            } else {
                print(console, series, files);
                TagRule.print(console, coverage);
                console.result(sentence + ".");
            }
            return fails(series, files, coverage) ? ExitCode.CHECK_FAILED : ExitCode.DONE;
        }
    }

    private List<CheckImports.Judged> files(OpenWorkspace workspace, TagRule.Applied rule) throws UseCaseException {
        List<ImportReport> imports = new ImportData(workspace, Clock.systemUTC())
                .history().stream()
                        .filter(report -> batch == null || report.batch().equals(batch))
                        .toList();
        if (imports.isEmpty() && batch != null) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT, "HR-3060", "The workspace holds no import " + batch + ".");
        }
        return new CheckImports(workspace).run(imports, rule.policy().required());
    }

    private List<CheckQuality.Judged> series(OpenWorkspace workspace, Console console) throws UseCaseException {
        Pattern wanted = Pattern.compile(
                pattern == null ? ".*" : Pattern.quote(pattern).replace("*", "\\E.*\\Q") + "(/.*)?",
                Pattern.CASE_INSENSITIVE);
        List<CheckQuality.Judged> judged = new CheckQuality(workspace)
                        .run(
                                Optional.ofNullable(asOf)
                                        .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC)),
                                progress(console))
                        .stream()
                        .filter(one -> wanted.matcher(one.name()).matches())
                        .toList();
        if (judged.isEmpty() && pattern != null) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3061",
                    "The workspace holds no series like " + pattern + "; a series is named server/metric/statistic.");
        }
        return judged;
    }

    private static void print(Console console, List<CheckQuality.Judged> series, List<CheckImports.Judged> files) {
        series.stream()
                .filter(judged -> judged.quality().verdict() != SeriesQuality.Verdict.GOOD)
                .sorted(Comparator.comparingInt(judged -> judged.quality().score()))
                .forEach(judged -> {
                    console.result(line(judged.quality().score(), judged.name()));
                    judged.quality()
                            .findings()
                            .forEach(finding -> console.result("     " + finding.words() + " " + finding.advice()));
                    console.result("     " + judged.sufficiency().sentence());
                });
        files.stream()
                .filter(judged -> judged.quality().score() < 100)
                .sorted(Comparator.comparingInt(judged -> judged.quality().score()))
                .forEach(judged -> {
                    console.result(line(judged.quality().score(), judged.name() + " of " + judged.batch()));
                    judged.quality().reasons().stream()
                            .map(QualityCommand::words)
                            .forEach(console::result);
                });
    }

    private static String words(ImportQuality.Reason reason) {
        return "     " + reason.words() + " " + reason.advice();
    }

    private static String line(int score, String name) {
        return String.format(Locale.ROOT, "%3d  %s", score, name);
    }

    private static String sentence(
            List<CheckQuality.Judged> series, List<CheckImports.Judged> files, RequireTags.Coverage coverage) {
        return String.format(
                Locale.ROOT,
                "%,d series: %,d good, %,d to watch, %,d bad; %,d imported files: %,d without a reason, lowest score %d",
                series.size(),
                count(series, SeriesQuality.Verdict.GOOD),
                count(series, SeriesQuality.Verdict.WATCH),
                count(series, SeriesQuality.Verdict.BAD),
                files.size(),
                files.stream().filter(file -> file.quality().score() == 100).count(),
                lowest(series, files, coverage));
    }

    private static long count(List<CheckQuality.Judged> series, SeriesQuality.Verdict verdict) {
        return series.stream()
                .filter(judged -> judged.quality().verdict() == verdict)
                .count();
    }

    private static int lowest(
            List<CheckQuality.Judged> series, List<CheckImports.Judged> files, RequireTags.Coverage coverage) {
        return IntStream.of(
                        least(series, judged -> judged.quality().score()),
                        least(files, judged -> judged.quality().score()),
                        least(coverage.rows(), TagWords::score))
                .min()
                .orElse(100);
    }

    private static <T> int least(List<T> judged, ToIntFunction<T> score) {
        return judged.stream().mapToInt(score).min().orElse(100);
    }

    private boolean fails(
            List<CheckQuality.Judged> series, List<CheckImports.Judged> files, RequireTags.Coverage coverage) {
        return least != null && lowest(series, files, coverage) < least;
    }
}
