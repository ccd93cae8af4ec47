package dev.headroom.storage.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.storage.source.athena.TableName;
import dev.headroom.storage.source.aws.S3Address;
import dev.headroom.storage.source.aws.loopback.Call;
import dev.headroom.storage.source.aws.loopback.Fault;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.glue.model.GetTableRequest;

class AthenaPullTest {
    @SuppressWarnings("NullAway.Init")
    private BillDesk desk;

    @SuppressWarnings("NullAway.Init")
    private LoopbackAthena athena;

    private final CostSources sources = sources("billing.cur2");

    private static CostSources sources(String table) {
        return new CostSources(
                List.of(),
                List.of(new CostSources.Table(
                        TableName.of(table).orElseThrow(),
                        Optional.empty(),
                        Optional.of("finops"),
                        Optional.of(new S3Address(LoopbackAthena.RESULTS, "athena")))));
    }

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path results) throws Exception {
        desk = new BillDesk(folder);
        athena = new LoopbackAthena(desk.aws(), results);
        athena.database()
                .run("CREATE TABLE billing.cur2 (bill_payer_account_id VARCHAR, line_item_usage_account_id VARCHAR,"
                        + " line_item_line_item_type VARCHAR, line_item_usage_start_date TIMESTAMP,"
                        + " line_item_usage_end_date TIMESTAMP, line_item_product_code VARCHAR, line_item_resource_id"
                        + " VARCHAR, line_item_unblended_cost DOUBLE, line_item_currency_code VARCHAR,"
                        + " bill_billing_period_start_date TIMESTAMP, resource_tags MAP(VARCHAR, VARCHAR),"
                        + " billing_period VARCHAR)");
    }

    @AfterEach
    void close() throws Exception {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        athena.close();
        desk.close();
    }

    /// Hours of servers on the first day of a month.
    private void usage(String period, int servers, int hours, String cost) throws Exception {
        athena.database()
                .run("INSERT INTO billing.cur2 SELECT '111122223333', '444455556666', 'Usage', TIMESTAMP '" + period
                        + "-01' + to_hours(h::INTEGER), TIMESTAMP '" + period
                        + "-01' + to_hours((h + 1)::INTEGER), 'AmazonEC2', 'i-' || s, " + cost + ", 'USD', TIMESTAMP '"
                        + period + "-01', MAP {'user_team': 'a \"b\", c'}, '" + period + "' FROM range(" + servers
                        + ") t(s), range(" + hours + ") u(h)");
    }

    @Test
    void eachMonthComesAsTheSumsOfOneQuery() throws Exception {
        usage("2026-02", 2, 24, "0.1");
        usage("2026-03", 1, 10, "0.01");
        athena.located("s3://" + Exports.BUCKET + "/exports/cur2/data");
        desk.buckets()
                .put(Exports.BUCKET, "exports/cur2/data/BILLING_PERIOD=2026-02/a.parquet", new byte[30_000_000])
                .put(Exports.BUCKET, "exports/cur2/data/BILLING_PERIOD=2025-01/a.parquet", new byte[1_000]);
        try (AwsPull pull = desk.plan(sources, BillDesk.SINCE)) {
            assertThat(pull.missing()).isEmpty();
            assertThat(pull.expected().bytes()).isEqualTo(30_000_000);
            // thirty megabytes, and twice the least of ten
            assertThat(pull.expected().usd()).isEqualByComparingTo("0.00025");
            assertThat(athena.started()).isEmpty();
            PullReport report = pull.run(PullListener.none());
            assertThat(report.missing()).isEmpty();
            assertThat(report.kept()).extracting(PullReport.Kept::accepted).containsExactly(2L, 1L);
            assertThat(report.kept().getLast().notes())
                    .contains("Athena scanned 123.5 MB of billing.cur2 for 2026-03 (CUR 2.0), which costs about"
                            + " $0.00062.");
            assertThat(BillDesk.metered(report, "athena:GetQueryExecution").units())
                    .isEqualTo(3 * 124_000_000L);
            assertThat(BillDesk.metered(report, "athena:GetQueryExecution").usd())
                    .isEqualByComparingTo(new BigDecimal("0.00186"));
        }
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("4.9");
        assertThat(athena.started()).hasSize(3).allSatisfy(query -> {
            assertThat(query.workGroup()).isEqualTo("finops");
            assertThat(query.queryExecutionContext().database()).isEqualTo("billing");
            assertThat(query.resultConfiguration().outputLocation()).isEqualTo("s3://results/athena/");
        });
        assertThat(desk.calls("GetQueryResults")).isZero();
        try (Stream<Path> left = Files.walk(desk.workspace().folder().resolve("downloads/athena"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void onlyMonthsThatMayHaveChangedAreAskedForAgain() throws Exception {
        usage("2026-01", 1, 24, "1");
        usage("2026-02", 1, 24, "0.1");
        usage("2026-03", 1, 10, "0.01");
        desk.pull(sources);
        athena.started().clear();
        usage("2026-03", 1, 20, "0.02");
        desk.pull(sources);
        // January and February were kept more than two weeks after their end
        assertThat(athena.started())
                .singleElement()
                .satisfies(query -> assertThat(query.queryString()).contains("'2026-03'"));
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("26.9");
    }

    @Test
    void theMonthBeforeIsAskedForAgainForTwoWeeks() throws Exception {
        usage("2026-02", 1, 24, "0.1");
        Instant early = Instant.parse("2026-03-05T00:00:00Z");
        try (AwsPull pull = desk.plan(sources, early, early)) {
            pull.run(PullListener.none());
        }
        assertThat(athena.started()).hasSize(1);
        try (AwsPull pull = desk.plan(sources, Instant.parse("2026-02-01T00:00:00Z"), early)) {
            pull.run(PullListener.none());
        }
        athena.database().run("UPDATE billing.cur2 SET line_item_unblended_cost = 0.2");
        athena.started().clear();
        try (AwsPull pull = desk.plan(sources, early, Instant.parse("2026-03-20T00:00:00Z"))) {
            pull.run(PullListener.none());
        }
        assertThat(athena.started()).hasSize(2);
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("4.8");
    }

    @Test
    void whereTheFileMayNotBeReadThePagesAre() throws Exception {
        usage("2026-03", 2_500, 2, "0.001");
        desk.buckets().deny(LoopbackAthena.RESULTS);
        PullReport report = desk.pull(sources);
        assertThat(report.missing()).isEmpty();
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("5");
        assertThat(desk.workspace().charges().count()).isEqualTo(2_500);
        // two empty months, and three pages
        assertThat(desk.calls("GetQueryResults")).isEqualTo(5);
    }

    @Test
    void withoutTheCatalogTheColumnsAreAskedOfAthena() throws Exception {
        usage("2026-03", 1, 10, "0.01");
        desk.aws().on("glue", "GetTable", GetTableRequest::builder, (GetTableRequest request, Call call) -> {
            throw Fault.denied("glue:GetTable");
        });
        assertThat(desk.pull(sources).missing()).isEmpty();
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("0.1");
        assertThat(athena.started().getFirst().queryString()).contains("information_schema");
        try (AwsPull pull = desk.plan(sources("billing.other"), BillDesk.SINCE)) {
            assertThat(pull.missing())
                    .singleElement()
                    .satisfies(missing -> assertThat(missing.sentence()).contains("no table billing.other"));
        }
    }

    @Test
    void aTableThatIsNotThereOrNoBillIsToldBeforeAnythingIsAsked() throws Exception {
        athena.database().run("CREATE TABLE billing.logs (line VARCHAR)");
        for (String table : List.of("billing.other", "billing.logs")) {
            try (AwsPull pull = desk.plan(sources(table), BillDesk.SINCE)) {
                assertThat(pull.missing())
                        .singleElement()
                        .satisfies(missing -> assertThat(missing.reason().code())
                                .isEqualTo(table.endsWith("logs") ? "HR-4024" : "HR-4020"));
                assertThat(pull.expected()).isEqualTo(Expected.NOTHING);
            }
        }
        assertThat(athena.started()).isEmpty();
    }

    @Test
    void aDeniedQueryIsMissingWithTheActionAndNothingIsLost() throws Exception {
        usage("2026-03", 1, 10, "0.01");
        desk.pull(sources);
        desk.aws()
                .on(
                        "athena",
                        "StartQueryExecution",
                        StartQueryExecutionRequest::builder,
                        (StartQueryExecutionRequest request, Call call) -> {
                            throw new Fault(400, "AccessDeniedException", "not authorized");
                        });
        PullReport report = desk.pull(sources);
        assertThat(report.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.reason().code()).isEqualTo("HR-4004");
            assertThat(missing.sentence()).contains("athena:StartQueryExecution", "eu-central-1");
        });
        assertThat(desk.total(CostBasis.BILLED)).isEqualByComparingTo("0.1");
    }

    @Test
    void aQueryThatFailsSaysWhatAthenaSays() throws Exception {
        athena.ending(QueryExecutionState.FAILED, "HIVE_BAD_DATA: Error reading field value");
        PullReport report = desk.pull(sources);
        assertThat(report.missing()).hasSize(3).allSatisfy(missing -> {
            assertThat(missing.reason().code()).isEqualTo("HR-4023");
            assertThat(missing.sentence()).contains("HIVE_BAD_DATA");
        });
        athena.ending(QueryExecutionState.FAILED, "Permission denied on S3 path: Access Denied");
        assertThat(desk.pull(sources).missing())
                .allSatisfy(missing -> assertThat(missing.reason().code()).isEqualTo("HR-4004"));
        assertThat(athena.stopped()).isEmpty();
        assertThat(BillDesk.metered(desk.pull(sources), "athena:GetQueryExecution")
                        .usd())
                .isZero();
    }

    @Test
    void cancellingStopsTheQuery() throws Exception {
        usage("2026-03", 1, 10, "0.01");
        athena.ending(QueryExecutionState.RUNNING, "");
        try (AwsPull pull = desk.plan(sources, BillDesk.SINCE)) {
            PullReport report = pull.run(new PullListener() {
                private int told;

                @Override
                public void advanced(String what, long calls, long expectedCalls) {
                    told++;
                }

                @Override
                public boolean cancelled() {
                    return told > 1;
                }
            });
            assertThat(report.end().orElseThrow().code()).isEqualTo("HR-4009");
        }
        assertThat(athena.stopped()).containsExactly("q-1");
        assertThat(desk.workspace().charges().count()).isZero();
    }
}
