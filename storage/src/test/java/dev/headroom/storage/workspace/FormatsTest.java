package dev.headroom.storage.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Step;
import dev.headroom.engine.series.TimeSeries;
import dev.headroom.storage.cache.AuditEntry;
import dev.headroom.storage.cache.BillVersion;
import dev.headroom.storage.cache.ModelVersion;
import dev.headroom.storage.cache.SeriesInfo;
import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.ingest.IngestProgress;
import dev.headroom.storage.ingest.Redelivery;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Opens workspaces that earlier versions of the program wrote; [FixtureWorkspace] says what is in them.
final class FormatsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private void unpack(int format) throws Exception {
        unpack("v" + format);
    }

    private void unpack(String name) throws Exception {
        try (InputStream packed = Objects.requireNonNull(
                        FormatsTest.class.getResourceAsStream("/workspaces/" + name + ".mv.db.gz"));
                InputStream file = new GZIPInputStream(packed)) {
            Files.copy(file, folder.resolve("headroom.mv.db"));
        }
    }

    private void everythingIsThere(int format) throws Exception {
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.verify().problems()).isEmpty();
            assertThat(workspace.series().catalog())
                    .extracting(SeriesInfo::observations)
                    .containsExactly(960L, 960L);
            TimeSeries cpu =
                    workspace.series().read(FixtureWorkspace.CPU, Step.HOUR).orElseThrow();
            assertThat(cpu.grid().start()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(cpu.values()[25]).isEqualTo(41);
            assertThat(workspace.charges().count()).isEqualTo(3);
            assertThat(workspace.charges().totals(CostBasis.BILLED))
                    .containsEntry(CurrencyCode.USD, new BigDecimal("1.2500000001"))
                    .containsEntry(new CurrencyCode("EUR"), new BigDecimal("7.50"));
            var files = workspace.batches().batches().getFirst().files();
            assertThat(files).hasSize(2);
            assertThat(files.getFirst().rejected()).isEqualTo(1);
            assertThat(workspace
                            .batches()
                            .rejects(
                                    workspace.batches().batches().getFirst().id(),
                                    files.getFirst().path().toString()))
                    .hasSize(1);
            assertThat(workspace.forecasts().count()).isEqualTo(1);
            assertThat(workspace.decisions().entries()).hasSize(format >= 2 ? 2 : 0);
            assertThat(workspace.models().versions())
                    .hasSize(format >= 3 ? 1 : 0)
                    .allMatch(version -> version.state() == ModelVersion.State.PROMOTED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18})
    void aWorkspaceOfAnEarlierFormatIsBroughtUpToDateWithEverythingInIt(int format) throws Exception {
        unpack(format);
        everythingIsThere(format);
        everythingIsThere(format);
        try (Workspace workspace = Workspace.open(folder)) {
            // Formats before the fifth had no log; a program that is newer than the format adds its
            // migration.
            assertThat(workspace.audit().since(Instant.EPOCH))
                    .extracting(AuditEntry::action)
                    .contains(format < 5 ? "migrated" : "imported");
        }
    }

    /// Both exports of September lie in one bill, and October has no commitments; format 6 wrote it.
    @Test
    void exportsOfAzureThatWereKeptTogetherStayTogether() throws Exception {
        unpack("v6-azure");
        CurrencyCode eur = new CurrencyCode("EUR");
        Path again = Files.writeString(folder.resolve("again.csv"), """
                SubscriptionId,Date,MeterCategory,MeterName,Quantity,CostInBillingCurrency,ResourceId,ReservationId,ChargeType,PricingModel,BillingAccountId,BillingCurrencyCode,BillingPeriodStartDate,BillingPeriodEndDate
                sub-1,2025-09-02,VM,D2,24,7,/vm1,,Usage,OnDemand,8765,EUR,2025-09-01,2025-09-30
                sub-1,2025-09-02,VM,D2,24,8,/vm2,r-1,Usage,Reservation,8765,EUR,2025-09-01,2025-09-30
                sub-1,2025-09-02,VM,D2,24,2,,r-1,UnusedReservation,Reservation,8765,EUR,2025-09-01,2025-09-30
                """);
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.bills().versions())
                    .extracting(BillVersion::dataset)
                    .containsExactly("azure-mixed", "azure-mixed", "azure");
            assertThat(workspace.charges().totals(CostBasis.BILLED)).containsEntry(eur, new BigDecimal("312"));
            FileReport report = workspace
                    .ingest()
                    .importPaths(List.of(again), IngestProgress.none(), Instant.parse("2026-11-01T00:00:00Z"))
                    .files()
                    .getFirst();
            assertThat(report.duplicates()).isEqualTo(3);
            assertThat(workspace.charges().totals(CostBasis.EFFECTIVE)).containsEntry(eur, new BigDecimal("22"));
            workspace
                    .ingest()
                    .with(Redelivery.REPLACE)
                    .importPaths(List.of(again), IngestProgress.none(), Instant.parse("2026-11-02T00:00:00Z"));
            assertThat(workspace.charges().totals(CostBasis.EFFECTIVE)).containsEntry(eur, new BigDecimal("22"));
            assertThat(workspace.bills().versions())
                    .filteredOn(version -> version.replaced().isEmpty())
                    .extracting(BillVersion::dataset)
                    .containsExactlyInAnyOrder("azure", "azure-amortised", "azure");
            assertThat(workspace.verify().problems()).isEmpty();
        }
    }

    @Test
    void aMigrationThatWasKilledInTheMiddleIsRepeated() throws Exception {
        unpack(4);
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("headroom"), "headroom", "");
                Statement statement = connection.createStatement()) {
            String script;
            try (InputStream in = Objects.requireNonNull(
                    Workspace.class.getResourceAsStream("/dev/headroom/storage/cache/migration/V5__audit.sql"))) {
                script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            statement.execute(script.substring(script.indexOf("CREATE TABLE"), script.indexOf(';')));
            statement.execute("SHUTDOWN");
        }
        everythingIsThere(4);
    }

    @Test
    void aReconciliationThatWasKeptBeforeBridgesWereHasNone() throws Exception {
        unpack(8);
        try (Workspace workspace = Workspace.open(folder)) {
            var kept = workspace.reconciliations().latest().getFirst();
            assertThat(kept.invoiceFile()).isEqualTo("january.csv");
            assertThat(kept.difference()).isEqualByComparingTo("0.0500000001");
            assertThat(kept.bridge()).isEmpty();
            assertThat(kept.beyond()).isEmpty();
        }
    }

    @Test
    void anEmptyWorkspaceThatIsMadeNowHoldsTheSameKinds() throws Exception {
        FixtureWorkspace.make(folder);
        everythingIsThere(3);
        try (Workspace workspace = Workspace.open(folder)) {
            assertThat(workspace.audit().since(Instant.EPOCH))
                    .extracting(AuditEntry::action)
                    .contains("imported", "decided", "models trained", "model promoted");
            assertThat(workspace.verify().changes()).isGreaterThan(4);
        }
    }
}
