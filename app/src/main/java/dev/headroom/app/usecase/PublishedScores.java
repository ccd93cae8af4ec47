package dev.headroom.app.usecase;

import dev.headroom.storage.publish.PublishLedger;
import dev.headroom.storage.publish.PublishSwitch;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsCustomMetrics;
import dev.headroom.storage.source.aws.AwsCustomMetrics.Score;
import dev.headroom.storage.source.aws.AwsCustomMetrics.Unit;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.CallPrice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The scores of the models that were trained since the last time, as metrics in CloudWatch: what their
/// backtests showed, and how many there are; and once a day how many series drifted. One metric a score and kind
/// of model, because AWS charges for each.
final class PublishedScores implements PublishPart {
    /// CloudWatch takes nothing that is older than two weeks.
    private static final Duration OLDEST = Duration.ofDays(14).minusHours(1);

    private static final int PERCENT = 100;

    private final PublishSwitch how;
    private final String region;
    private final PublishLedger ledger;
    private final List<ModelSummary> fresh;
    private final Optional<Score> drift;
    private final List<Score> scores;
    private final List<PublishAws.Item> written = new ArrayList<>();

    private PublishedScores(
            PublishSwitch how, String region, PublishLedger ledger, List<ModelSummary> fresh, Optional<Score> drift) {
        this.how = how;
        this.region = region;
        this.ledger = ledger;
        this.fresh = fresh;
        this.drift = drift;
        scores = Stream.concat(scores(fresh).stream(), drift.stream()).toList();
    }

    static PublishedScores of(OpenWorkspace workspace, PublishSwitch how, String region, Instant now, Progress progress)
            throws UseCaseException {
        PublishLedger ledger = new PublishLedger(workspace.storage().pulls());
        Optional<Instant> until = ledger.scoresUntil(subject(how, region));
        List<ModelSummary> models = workspace.storage().models().versions().stream()
                .map(ModelSummary::of)
                .toList();
        boolean due = models.stream().anyMatch(model -> model.state().equals("promoted"))
                && ledger.scoresUntil(driftSubject(how, region))
                        .filter(told -> day(told).equals(day(now)))
                        .isEmpty();
        List<ModelSummary> fresh = models.stream()
                .filter(model -> model.trainedAt().isAfter(now.minus(OLDEST)))
                .filter(model -> until.isEmpty() || model.trainedAt().isAfter(until.get()))
                .toList();
        return new PublishedScores(
                how, region, ledger, fresh, due ? drifted(workspace, now, progress) : Optional.empty());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /// How many series drifted; empty where there is nothing to drift from.
    private static Optional<Score> drifted(OpenWorkspace workspace, Instant now, Progress progress)
            throws UseCaseException {
        try {
            List<SeriesDrift> drifts = new CheckDrift(workspace, Shapes.known(workspace)).run(List.of(), progress);
            return Optional.of(count(
                    "SeriesDrifted",
                    Map.of(),
                    now.truncatedTo(ChronoUnit.SECONDS),
                    drifts.stream().filter(SeriesDrift::isDrifted).count()));
        } catch (UseCaseException nothing) {
            if (nothing.kind() == UseCaseException.Kind.NO_DATA) {
                return Optional.empty();
            }
            throw nothing;
        }
    }

    private static String subject(PublishSwitch how, String region) {
        return how.target() + " in " + region;
    }

    private static String driftSubject(PublishSwitch how, String region) {
        return "drift of " + subject(how, region);
    }

    /// @param models trained together; all scores are of the time of the last one
    static List<Score> scores(List<ModelSummary> models) {
        if (models.isEmpty()) {
            return List.of();
        }
        Instant at = latest(models).truncatedTo(ChronoUnit.SECONDS);
        SortedMap<String, List<ModelSummary>> byKind = new TreeMap<>();
        models.forEach(model ->
                byKind.computeIfAbsent(model.model(), _ -> new ArrayList<>()).add(model));
        List<Score> scores = new ArrayList<>();
        byKind.forEach((kind, some) -> {
            Map<String, String> of = Map.of("Model", kind);
            spread(
                            "BacktestMase",
                            of,
                            at,
                            Unit.NONE,
                            some,
                            model -> model.metrics().mase())
                    .ifPresent(scores::add);
            spread(
                            "BacktestCoverage80",
                            of,
                            at,
                            Unit.PERCENT,
                            some,
                            model -> PERCENT * model.metrics().coverage80())
                    .ifPresent(scores::add);
            scores.add(count("ModelsTrained", of, at, some.size()));
            scores.add(count(
                    "ModelsPromoted",
                    of,
                    at,
                    some.stream()
                            .filter(model -> !model.state().equals("candidate"))
                            .count()));
        });
        return scores;
    }

    private static Instant latest(List<ModelSummary> models) {
        return models.stream()
                .map(ModelSummary::trainedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /// Least, most and sum of what is defined; empty when nothing is.
    private static Optional<Score> spread(
            String name,
            Map<String, String> of,
            Instant at,
            Unit unit,
            List<ModelSummary> models,
            ToDoubleFunction<ModelSummary> value) {
        var summary =
                models.stream().mapToDouble(value).filter(Double::isFinite).summaryStatistics();
        return summary.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Score(
                        name,
                        of,
                        at,
                        unit,
                        summary.getMin(),
                        summary.getMax(),
                        summary.getSum(),
                        Math.toIntExact(summary.getCount())));
    }

    private static Score count(String name, Map<String, String> of, Instant at, long count) {
        return new Score(name, of, at, Unit.COUNT, count, count, count, 1);
    }

    @Override
    public PublishSwitch how() {
        return how;
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public PublishAws.Part planned() {
        int calls = AwsCustomMetrics.calls(scores.size());
        BigDecimal month = CallPrice.CUSTOM_METRIC_MONTH.multiply(BigDecimal.valueOf(scores.size()));
        return PublishAws.Part.of(
                how,
                items(),
                calls,
                CallPrice.of("cloudwatch:PutMetricData", calls).add(month));
    }

    private List<PublishAws.Item> items() {
        return scores.stream()
                .map(score -> new PublishAws.Item(
                        Optional.ofNullable(score.dimensions().get("Model"))
                                .map(kind -> score.name() + " of " + kind)
                                .orElse(score.name()),
                        score.count(),
                        0))
                .toList();
    }

    @Override
    public void run(AwsConnection connection) throws AwsFailureException {
        connection.customMetrics().put(how.target(), scores);
        if (!fresh.isEmpty()) {
            ledger.scoresWritten(subject(how, region), latest(fresh));
        }
        drift.ifPresent(told -> ledger.scoresWritten(driftSubject(how, region), told.at()));
        written.addAll(items());
    }

    @Override
    public List<PublishAws.Item> written() {
        return List.copyOf(written);
    }
}
