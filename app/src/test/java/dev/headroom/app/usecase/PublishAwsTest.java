package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.ComputedBy;
import dev.headroom.storage.cache.ModelRegistry;
import dev.headroom.storage.cache.ModelScope;
import dev.headroom.storage.cache.TrainedModel;
import dev.headroom.storage.source.aws.AwsCustomMetrics.Score;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishAwsTest {
    private static final Instant NOW = Instant.parse("2026-06-14T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);
    private static final String TOPIC = "arn:aws:sns:us-west-2:111122223333:alerts";
    private static final String ROLE = "arn:aws:iam::111122223333:role/";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private AwsStub aws;

    @SuppressWarnings("NullAway.Init")
    private OpenWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        aws = new AwsStub(folder);
        workspace = OpenWorkspace.at(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
        aws.close();
    }

    private void spike() throws Exception {
        new WatchedBill().times(2, "EC2", "prod", DAY, DAY).importTo(workspace, folder, DAY.plusDays(3));
    }

    private void twoMonths() {
        double[] values = new double[48];
        Arrays.setAll(values, hour -> 20 + hour % 24);
        workspace
                .storage()
                .series()
                .write(
                        new TimeSeries(
                                new SeriesKey("web-1", "cpu", Statistic.MEAN),
                                TimeGrid.utc(Instant.parse("2026-05-31T00:00:00Z"), Step.HOUR, values.length),
                                values),
                        MeasureUnit.PERCENT);
    }

    private static TrainedModel model(String metric, String spec, double mase, double coverage, Instant at) {
        return new TrainedModel(
                new ModelScope(new SeriesKey("web-1", metric, Statistic.P95), Step.DAY),
                30,
                spec,
                42,
                new TrainedModel.Data("ab".repeat(32), at.minusSeconds(86_400L * 400), at, 399),
                new TrainedModel.Metrics(5, mase, 8, 3.2, 0.3, coverage, 0.95),
                "deviations=1.5,1.75",
                new ComputedBy("0.1.0+abc", "25.0.3"),
                at);
    }

    private void trained(Instant at) {
        ModelRegistry models = workspace.storage().models();
        models.register(
                List.of(
                        model("cpu", "naive", 0.5, 0.75, at),
                        model("memory", "naive", 1.25, 0.85, at),
                        model("network", "naive", Double.NaN, Double.NaN, at),
                        model("disk_io", "drift", 0.75, 0.8, at)),
                "Trained on request.");
        models.promote(
                List.of(
                        new ModelRegistry.Promotion(
                                new ModelScope(new SeriesKey("web-1", "cpu", Statistic.P95), Step.DAY), 1, "Better"),
                        new ModelRegistry.Promotion(
                                new ModelScope(new SeriesKey("web-1", "disk_io", Statistic.P95), Step.DAY),
                                1,
                                "Better")),
                at);
    }

    private void allow(PublishAws.What what, String target, String role) throws UseCaseException {
        new PublishSettings(workspace)
                .allow(
                        new PublishSettings.Switch(
                                what, target, role.isEmpty() ? Optional.empty() : Optional.of(ROLE + role)),
                        NOW);
    }

    private void allowAll() throws UseCaseException {
        allow(PublishAws.What.SERIES, "s3://lake/plans", "series-writer");
        allow(PublishAws.What.METRICS, "Headroom", "metrics-writer");
        allow(PublishAws.What.ALERTS, TOPIC, "alerts-writer");
    }

    private PublishAws publish(Instant now) {
        return new PublishAws(workspace, Clock.fixed(now, ZoneOffset.UTC), device -> Optional.empty());
    }

    private static PublishAws.Request request(PublishAws.What... what) {
        return new PublishAws.Request(
                Set.of(what), Optional.empty(), Optional.empty(), Optional.empty(), BigDecimal.valueOf(5));
    }

    private PublishAws.Result published() throws UseCaseException {
        return publish(NOW).run(request(), Progress.NONE);
    }

    private static int written(PublishAws.Result result, PublishAws.What what) {
        return result.written().stream()
                .filter(one -> one.what() == what)
                .mapToInt(one -> one.items().size())
                .sum();
    }

    @Test
    void withoutASwitchNothingIsAsked() {
        twoMonths();
        trained(NOW);
        assertThatThrownBy(this::published)
                .isInstanceOfSatisfying(UseCaseException.class, e -> {
                    assertThat(e.kind()).isEqualTo(UseCaseException.Kind.USAGE);
                    assertThat(e.code()).isEqualTo("HR-4052");
                })
                .hasMessageContaining("headroom publish aws --allow series --to s3://bucket/prefix");
        assertThat(aws.asked()).isEmpty();
    }

    @Test
    void eachSwitchWritesItsOwnWithItsOwnRoleAndTheSecondTimeNothing() throws Exception {
        spike();
        twoMonths();
        trained(NOW.minusSeconds(60));
        allowAll();
        PublishAws.Result result = published();
        assertThat(result.missing()).isEmpty();
        assertThat(written(result, PublishAws.What.SERIES)).isEqualTo(2);
        assertThat(written(result, PublishAws.What.ALERTS)).isEqualTo(1);
        assertThat(aws.asked("sts:AssumeRole"))
                .extracting(one -> one.form().getOrDefault("RoleArn", ""))
                .containsExactly(ROLE + "series-writer", ROLE + "metrics-writer", ROLE + "alerts-writer");
        assertThat(aws.asked("s3:PutObject"))
                .extracting(AwsStub.Asked::accessKey)
                .containsExactly("series-writer", "series-writer");
        assertThat(aws.asked("cloudwatch:PutMetricData")).singleElement().satisfies(one -> {
            assertThat(one.accessKey()).isEqualTo("metrics-writer");
            assertThat(one.form()).containsEntry("Namespace", "Headroom");
        });
        assertThat(aws.asked("sns:Publish")).singleElement().satisfies(one -> {
            assertThat(one.accessKey()).isEqualTo("alerts-writer");
            assertThat(one.region()).isEqualTo("us-west-2");
        });
        assertThatTheMessageSaysWhatTheEmailSays(
                aws.asked("sns:Publish").getFirst().form());
        assertThat(result.spent()).containsOnlyKeys("s3:PutObject", "cloudwatch:PutMetricData", "sns:Publish");
        assertThat(result.total().usd()).isEqualByComparingTo("0.0000205");
        assertThat(result.month().calls()).isEqualTo(4);
        int calls = aws.asked().size();
        PublishAws.Result again = published();
        assertThat(again.plan().calls()).isZero();
        assertThat(aws.asked()).hasSize(calls);
        assertThat(again.month().calls()).isEqualTo(4);
    }

    private static void assertThatTheMessageSaysWhatTheEmailSays(Map<String, String> form) {
        assertThat(form)
                .containsEntry("TopicArn", TOPIC)
                .containsEntry("Subject", "Headroom: Critical: EC2, prod")
                .containsValue("critical")
                .containsValue("spike")
                .containsValue("cost");
        assertThat(form.getOrDefault("Message", ""))
                .startsWith("Critical: EC2, prod\nSpike since 2026-06-10")
                .contains("at the peak, expected", "Main cause: usage-0, EC2, prod", "\nId ");
    }

    @Test
    void planningAsksNothingAndTellsThePrice() throws Exception {
        twoMonths();
        trained(NOW);
        allowAll();
        PublishAws.Plan plan = publish(NOW).plan(request(), Progress.NONE);
        assertThat(aws.asked()).isEmpty();
        assertThat(plan.parts()).extracting(PublishAws.Part::calls).containsExactly(2L, 1L, 0L);
        // 2 objects at $0.000005, 9 metrics at $0.30 and a request at $0.00001
        assertThat(plan.usd()).isEqualByComparingTo("2.70002");
        PublishAws.Request mean =
                new PublishAws.Request(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), BigDecimal.ONE);
        assertThatThrownBy(() -> publish(NOW).run(mean, Progress.NONE))
                .hasMessageContaining("up to $2.70, more than the $1.00 allowed");
        assertThat(aws.asked()).isEmpty();
    }

    @Test
    void theScoresOfAKindOfModelAreAddedUp() {
        trained(NOW);
        List<ModelSummary> models = workspace.storage().models().versions().stream()
                .map(ModelSummary::of)
                .toList();
        assertThat(PublishedScores.scores(models))
                .filteredOn(score -> score.dimensions().equals(Map.of("Model", "naive")))
                .extracting(Score::name, Score::least, Score::most, Score::sum, Score::count)
                .containsExactly(
                        Tuple.tuple("BacktestMase", 0.5, 1.25, 1.75, 2),
                        Tuple.tuple("BacktestCoverage80", 75.0, 85.0, 160.0, 2),
                        Tuple.tuple("ModelsTrained", 3.0, 3.0, 3.0, 1),
                        Tuple.tuple("ModelsPromoted", 1.0, 1.0, 1.0, 1));
        assertThat(PublishedScores.scores(models))
                .hasSize(8)
                .allSatisfy(score -> assertThat(score.at()).isEqualTo(NOW));
    }

    @Test
    void onlyModelsThatWereTrainedSinceAreTold() throws Exception {
        allow(PublishAws.What.METRICS, "Headroom", "");
        trained(NOW.minusSeconds(86_400 * 15));
        assertThat(published().plan().calls()).isZero();
        trained(NOW.minusSeconds(3_600));
        assertThat(written(published(), PublishAws.What.METRICS)).isEqualTo(8);
        workspace.storage().models().register(List.of(model("cpu", "theta", 0.4, 0.8, NOW)), "Trained on request.");
        assertThat(written(published(), PublishAws.What.METRICS)).isEqualTo(4);
        assertThat(aws.asked("cloudwatch:PutMetricData")).hasSize(2);
    }

    @Test
    void howManySeriesDriftedIsToldOnceADay() throws Exception {
        try (OneServer server = new OneServer(folder.resolve("one"), day -> 40 + day % 7)) {
            server.importDays(0, 120);
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            TrainModels.Request naive = new TrainModels.Request(List.of(), List.of("naive"), 7, 2, 42);
            new TrainModels(server.workspace(), Shapes.shipped(), clock).run(naive, "Trained.", Progress.NONE);
            ModelRegistry models = server.workspace().storage().models();
            models.promote(
                    List.of(new ModelRegistry.Promotion(
                            models.versions().getFirst().scope(), 1, "Chosen")),
                    NOW);
            new PublishSettings(server.workspace())
                    .allow(new PublishSettings.Switch(PublishAws.What.METRICS, "Headroom", Optional.empty()), NOW);
            for (int day = 0; day < 2; day++) {
                Instant then = NOW.plusSeconds(86_400L * day);
                for (int twice = 0; twice < 2; twice++) {
                    new PublishAws(server.workspace(), Clock.fixed(then, ZoneOffset.UTC), device -> Optional.empty())
                            .run(request(), Progress.NONE);
                }
            }
        }
        assertThat(aws.asked("cloudwatch:PutMetricData"))
                .extracting(one -> one.form().values().stream()
                        .filter("SeriesDrifted"::equals)
                        .count())
                .containsExactly(1L, 1L);
    }

    @Test
    void whatIsDeniedIsToldAndTheOthersAreWritten() throws Exception {
        spike();
        twoMonths();
        allowAll();
        aws.deny("s3:PutObject");
        PublishAws.Result result = published();
        assertThat(result.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.what()).isEqualTo(PublishAws.What.SERIES);
            assertThat(missing.code()).isEqualTo("HR-4050");
            assertThat(missing.sentence()).contains("s3:PutObject", "headroom publish aws --print-policy");
        });
        assertThat(written(result, PublishAws.What.ALERTS)).isEqualTo(1);
        assertThat(result.isNothing()).isFalse();
        aws.allow("s3:PutObject");
        assertThat(written(published(), PublishAws.What.SERIES)).isEqualTo(2);
        assertThat(aws.asked("sns:Publish")).hasSize(1);
    }

    @Test
    void anAlertThatIsNotTakenIsNotNotedAsSent() throws Exception {
        spike();
        allow(PublishAws.What.ALERTS, TOPIC, "");
        aws.deny("sns:Publish");
        assertThat(published().isNothing()).isTrue();
        assertThat(new DecideAnomaly(workspace, Clock.systemUTC()).log()).isEmpty();
        aws.allow("sns:Publish");
        assertThat(written(published(), PublishAws.What.ALERTS)).isEqualTo(1);
        assertThat(new DecideAnomaly(workspace, Clock.systemUTC()).log()).hasSize(1);
    }

    @Test
    void subjectsAreShortPrintableAscii() {
        assertThat(AlertNotice.subject("Größe → groß\n")).isEqualTo("Gro?e ? gro??");
        assertThat(AlertNotice.subject("x".repeat(300))).hasSize(100).endsWith("x...");
        assertThat(AlertNotice.shortened("aé", 2)).isEqualTo("a");
        assertThat(AlertNotice.shortened("aé", 3)).isEqualTo("aé");
    }

    @Test
    void stoppingKeepsWhatIsCompleteAndSaysSo() throws Exception {
        twoMonths();
        allow(PublishAws.What.SERIES, "s3://lake", "");
        Progress once = new Progress() {
            private boolean writing;

            @Override
            public void report(String what, long done, long total) {
                writing |= what.startsWith("Writing");
            }

            @Override
            public boolean cancelled() {
                return writing;
            }
        };
        PublishAws.Result stopped = publish(NOW).run(request(), once);
        assertThat(stopped.end())
                .hasValueSatisfying(end -> assertThat(end.code()).isEqualTo("HR-4054"));
        assertThat(written(stopped, PublishAws.What.SERIES)).isEqualTo(1);
        assertThat(written(published(), PublishAws.What.SERIES)).isEqualTo(1);
        assertThat(aws.asked("s3:PutObject")).hasSize(2);
    }

    @Test
    void whatIsNotSwitchedOnCannotBeAskedFor() throws Exception {
        allow(PublishAws.What.ALERTS, TOPIC, "");
        assertThatThrownBy(() -> publish(NOW).run(request(PublishAws.What.SERIES), Progress.NONE))
                .hasMessageContaining("Writing series is not switched on");
        assertThat(aws.asked()).isEmpty();
    }
}
