package dev.headroom.storage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.engine.series.SeriesKey;
import dev.headroom.engine.series.Statistic;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeGrid;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MfaPrompt;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.source.aws.loopback.LoopbackAws;
import dev.headroom.storage.source.aws.loopback.LoopbackLogin;
import dev.headroom.storage.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesPublishingTest {
    private static final String BUCKET = "lake";
    private static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");
    private static final String FEBRUARY = "plans/series/metric=cpu/account=111122223333/month=2026-02/PT1H.parquet";
    private static final String MARCH = "plans/series/metric=cpu/account=111122223333/month=2026-03/PT1H.parquet";

    @TempDir
    Path folder;

    private final CallMeter meter = new CallMeter();

    @SuppressWarnings("NullAway.Init")
    private LoopbackAws aws;

    @SuppressWarnings("NullAway.Init")
    private LoopbackLogin login;

    @SuppressWarnings("NullAway.Init")
    private Workspace workspace;

    @SuppressWarnings("NullAway.Init")
    private S3Address to;

    @BeforeEach
    void open() throws Exception {
        aws = new LoopbackAws();
        login = new LoopbackLogin(aws, folder);
        workspace = Workspace.open(folder.resolve("workspace"));
        workspace
                .inventory()
                .put(List.of(new Server(
                        "web-1", "web-1", "aws", "111122223333", "eu-central-1", "", "", List.of(), Map.of())));
        to = S3Address.of("s3://" + BUCKET + "/plans/");
    }

    @AfterEach
    void close() {
        workspace.close();
        login.close();
    }

    /// Two hours in February and two in March, of which one is missing.
    private void fourHours() {
        keep("web-1", "cpu", "2026-02-28T22:00:00Z", 10.5, 20.25, Double.NaN, 40.125);
    }

    private void keep(String resource, String metric, String from, double... values) {
        workspace
                .series()
                .write(
                        new TimeSeries(
                                new SeriesKey(resource, metric, Statistic.MEAN),
                                TimeGrid.utc(Instant.parse(from), Step.HOUR, values.length),
                                values),
                        MeasureUnit.PERCENT);
    }

    private SeriesPublishing plan() throws Exception {
        return SeriesPublishing.plan(workspace, to, Optional.empty(), unstopped());
    }

    private List<String> published() throws Exception {
        return publish(plan(), unstopped());
    }

    private List<String> publish(SeriesPublishing publishing, PublishListener listener) throws Exception {
        try (AwsConnection connection =
                AwsConnection.open(AwsLogin.usual().withProfile("analyst"), "eu-central-1", MfaPrompt.NOBODY, meter)) {
            publishing.run(connection.upload(), NOW, listener);
            return publishing.written().stream()
                    .map(written -> written.address().key())
                    .toList();
        }
    }

    private static PublishListener unstopped() {
        return stoppedAfter(Integer.MAX_VALUE);
    }

    private static PublishListener stoppedAfter(int objects) {
        return new PublishListener() {
            private int begun;

            @Override
            public void advanced(String what, long done, long total) {
                begun += what.startsWith("Writing") ? 1 : 0;
            }

            @Override
            public boolean cancelled() {
                return begun >= objects;
            }
        };
    }

    /// The rows of an object, in words.
    private List<String> rows(String key) throws Exception {
        Path file = Files.write(folder.resolve("read.parquet"), aws.buckets().content(BUCKET, key));
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT concat_ws(' ', resource, statistic, step, unit, observed_at, value) FROM '" + file
                                + "'")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    /// What an engine that knows Hive's partitions reads from the whole bucket.
    private List<String> partitions() throws Exception {
        Path lake = folder.resolve("lake");
        for (String key : aws.buckets().keys(BUCKET)) {
            Path file = lake.resolve(key);
            Files.createDirectories(file.getParent());
            Files.write(file, aws.buckets().content(BUCKET, key));
        }
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT concat_ws(' | ', metric, coalesce(account::VARCHAR, 'none'), month, value)"
                                + " FROM read_parquet('" + lake
                                + "/**/*.parquet', hive_partitioning = true) ORDER BY metric")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    @Test
    void theRowsAreTheObservationsOfTheWorkspaceMonthByMonth() throws Exception {
        fourHours();
        assertThat(published()).containsExactly(FEBRUARY, MARCH);
        assertThat(rows(FEBRUARY))
                .containsExactly(
                        "web-1 mean PT1H % 2026-02-28 22:00:00 10.5", "web-1 mean PT1H % 2026-02-28 23:00:00 20.25");
        assertThat(rows(MARCH)).containsExactly("web-1 mean PT1H % 2026-03-01 01:00:00 40.125");
        assertThat(meter.usage().get("s3:PutObject")).satisfies(usage -> {
            assertThat(usage.calls()).isEqualTo(2);
            assertThat(usage.usd()).isEqualByComparingTo("0.00001");
        });
    }

    @Test
    void aSecondTimeWritesNothingAndAsksNothing() throws Exception {
        fourHours();
        published();
        int calls = aws.calls().size();
        assertThat(plan().planned()).isEmpty();
        assertThat(published()).isEmpty();
        assertThat(aws.calls()).hasSize(calls);
    }

    @Test
    void onlyTheMonthThatChangedIsWrittenAgain() throws Exception {
        fourHours();
        published();
        keep("web-1", "cpu", "2026-03-01T00:00:00Z", 30);
        assertThat(published()).containsExactly(MARCH);
        assertThat(rows(MARCH))
                .containsExactly(
                        "web-1 mean PT1H % 2026-03-01 00:00:00 30.0", "web-1 mean PT1H % 2026-03-01 01:00:00 40.125");
        keep("web-1", "cpu", "2026-03-01T00:00:00Z", 31);
        assertThat(published()).containsExactly(MARCH);
        keep("web-1", "cpu", "2026-03-01T00:00:00Z", 30);
        assertThat(published()).containsExactly(MARCH);
    }

    @Test
    void whatIsBeforeTheFirstMonthIsLeftOut() throws Exception {
        fourHours();
        SeriesPublishing march =
                SeriesPublishing.plan(workspace, to, Optional.of(LocalDate.parse("2026-03-15")), unstopped());
        assertThat(march.planned())
                .singleElement()
                .satisfies(written -> assertThat(written.address().key()).isEqualTo(MARCH));
    }

    @Test
    void namesThatArePartsOfAddressesAreEscapedAndAccountsComeFromArns() throws Exception {
        keep("arn:aws:ecs:eu-central-1:444455556666:service/shop/web", "Used memory/max", "2026-03-01T00:00:00Z", 1);
        keep("printer", "cpu", "2026-03-01T00:00:00Z", 2);
        assertThat(published())
                .containsExactly(
                        "plans/series/metric=Used%20memory%2Fmax/account=444455556666/month=2026-03/PT1H.parquet",
                        "plans/series/metric=cpu/account=__HIVE_DEFAULT_PARTITION__/month=2026-03/PT1H.parquet");
        assertThat(plan().planned()).isEmpty();
        assertThat(partitions())
                .containsExactly("Used memory/max | 444455556666 | 2026-03 | 1.0", "cpu | none | 2026-03 | 2.0");
    }

    @Test
    void stoppingKeepsWhatIsCompleteAndTheRestFollows() throws Exception {
        fourHours();
        SeriesPublishing stopped = plan();
        assertThatThrownBy(() -> publish(stopped, stoppedAfter(1))).isInstanceOf(InterruptedException.class);
        assertThat(stopped.written()).hasSize(1);
        assertThat(aws.buckets().keys(BUCKET)).containsExactly(FEBRUARY);
        assertThat(published()).containsExactly(MARCH);
    }

    @Test
    void aDeniedBucketNamesThePolicyAndNothingCountsAsWritten() throws Exception {
        fourHours();
        aws.buckets().deny(BUCKET);
        assertThatThrownBy(this::published)
                .isInstanceOfSatisfying(
                        AwsFailureException.class,
                        e -> assertThat(e.reason().code()).isEqualTo("HR-4050"))
                .hasMessageContaining("s3:PutObject on s3://lake/plans/series/metric=cpu")
                .hasMessageContaining("headroom publish aws --print-policy");
        aws.buckets().allow(BUCKET);
        assertThat(published()).hasSize(2);
    }

    @Test
    void switchingOffForgetsWhatWasWrittenAndIsInTheAuditLog() throws Exception {
        fourHours();
        PublishSwitches switches = new PublishSwitches(workspace);
        PublishSwitch series = PublishSwitch.of(
                Publication.SERIES, "s3://lake/plans", Optional.of("arn:aws:iam::111122223333:role/headroom-write"));
        assertThat(switches.all()).isEmpty();
        assertThat(switches.allow(series, NOW)).isTrue();
        assertThat(switches.all()).containsExactly(series);
        published();
        assertThat(switches.forbid(Publication.SERIES, NOW)).isTrue();
        assertThat(switches.forbid(Publication.SERIES, NOW)).isFalse();
        assertThat(switches.all()).isEmpty();
        assertThat(published()).containsExactly(FEBRUARY, MARCH);
        assertThat(workspace.audit().since(Instant.EPOCH))
                .extracting(entry -> entry.subject() + ": " + entry.detail())
                .contains(
                        "published series: from nothing to \"s3://lake/plans as"
                                + " arn:aws:iam::111122223333:role/headroom-write\"",
                        "published series: from \"s3://lake/plans as arn:aws:iam::111122223333:role/headroom-write\" to"
                                + " nothing");
    }

    @Test
    void placesThatCannotBeAreRefused() {
        for (String[] wrong : new String[][] {
            {"SERIES", "bucket/prefix"},
            {"SERIES", "s3://lake/my plans"},
            {"METRICS", "AWS/EC2"},
            {"METRICS", "a b"},
            {"ALERTS", "arn:aws:sqs:eu-central-1:111122223333:queue"}
        }) {
            assertThatThrownBy(() -> PublishSwitch.of(Publication.valueOf(wrong[0]), wrong[1], Optional.empty()))
                    .isInstanceOfSatisfying(
                            AwsFailureException.class,
                            e -> assertThat(e.reason().code()).isEqualTo("HR-4022"))
                    .hasMessageContaining(wrong[1]);
        }
        assertThatThrownBy(() -> PublishSwitch.of(
                        Publication.METRICS, "Headroom", Optional.of("arn:aws:iam::111122223333:user/me")))
                .hasMessageContaining("is no role");
    }
}
