package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.ImportOptions.Allocations;
import dev.headroom.storage.source.SourceFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenCostImportTest {
    private static final ImportOptions USD = ImportOptions.none().withCurrency("USD");
    private static final String WINDOW =
            "\"window\":{\"start\":\"2026-01-01T00:00:00Z\",\"end\":\"2026-01-02T00:00:00Z\"},"
                    + "\"start\":\"2026-01-01T03:00:00Z\",\"end\":\"2026-01-01T09:00:00Z\"";
    private static final String WEB = """
            {"name":"web","properties":{"cluster":"prod","namespace":"shop","controllerKind":"deployment","controller":"web",
             "pod":"web-1","container":"app","node":"n1","labels":{"team":"shop","namespace":"x"}},%s,
             "cpuCoreHours":24,"cpuCost":1.25,"cpuCostAdjustment":-0.25,"ramCost":0.5,"gpuCost":0,"pvCost":0.125,
             "networkCost":0,"loadBalancerCost":0,"sharedCost":0.1,"externalCost":0,"totalCost":1.725,
             "pvs":{"a":{"byteHours":1}},"lbAllocations":null}""".formatted(WINDOW);
    private static final String IDLE = """
            {"name":"prod/__idle__","properties":{"cluster":"prod"},%s,"cpuCost":2,"ramCost":1,"totalCost":3}""".formatted(WINDOW);

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.workspace().verify().problems()).isEmpty();
        desk.close();
    }

    private static String answer(String... windows) {
        return "{\"code\":200,\"data\":[" + String.join(",", windows) + "]}";
    }

    private Path file() throws Exception {
        return desk.file("allocation.json", answer("{\"web\":" + WEB + ",\"prod/__idle__\":" + IDLE + "}"));
    }

    private BigDecimal sum(CostBasis basis, String account) {
        return records().stream()
                .filter(charge ->
                        account.isEmpty() || charge.line().subAccount().equals(account))
                .map(charge -> charge.amount(basis).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<ChargeRecord> records() {
        List<ChargeRecord> all = new ArrayList<>();
        desk.workspace().charges().forEach(all::add);
        return all;
    }

    @Test
    void anAllocationIsOneChargeForEachComponentThatCosts() throws Exception {
        FileReport report = desk.load(USD, file());
        assertThat(report.error()).isEmpty();
        assertThat(report.format()).isEqualTo(SourceFormat.OPENCOST);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.accepted()).isEqualTo(2);
        List<ChargeRecord> web = records().stream()
                .filter(charge -> charge.line().resource().equals("shop/web/web-1/app"))
                .toList();
        assertThat(web)
                .extracting(charge -> charge.line().usageType() + " "
                        + charge.amount(CostBasis.EFFECTIVE).orElseThrow().stripTrailingZeros())
                .containsExactlyInAnyOrder("CPU 1", "RAM 0.5", "Persistent volumes 0.125", "Shared 0.1");
        assertThat(web.getFirst().line().provider()).isEqualTo("Kubernetes");
        assertThat(web.getFirst().line().subAccount()).isEqualTo("prod");
        assertThat(web.getFirst().line().tags())
                .containsEntry("namespace", "shop")
                .containsEntry("label:namespace", "x")
                .containsEntry("team", "shop")
                .containsEntry("controller", "web")
                .containsEntry("allocation", "workload");
        assertThat(records())
                .filteredOn(charge -> "idle".equals(charge.line().tags().get("allocation")))
                .hasSize(2)
                .allMatch(charge -> charge.line().resource().equals("prod/__idle__"));
    }

    @Test
    void costThatIsOnTheBillOfAProviderIsNotCountedTwice() throws Exception {
        FileReport report = desk.load(USD, file());
        assertThat(report.billed().get(CurrencyCode.USD)).isEqualByComparingTo("0");
        assertThat(sum(CostBasis.BILLED, "")).isEqualByComparingTo("0");
        for (CostBasis basis : List.of(CostBasis.EFFECTIVE, CostBasis.LIST, CostBasis.CONTRACTED)) {
            assertThat(sum(basis, "prod")).isEqualByComparingTo("4.725");
            assertThat(sum(basis, "")).isEqualByComparingTo("0");
        }
        assertThat(report.notes()).anyMatch(note -> note.contains("Allocates 4.725 USD") && note.contains("3 idle"));
    }

    @Test
    void costThatNobodyBillsIsCost() throws Exception {
        FileReport report = desk.load(USD.withAllocations(Allocations.OWN_COST), file());
        assertThat(report.billed().get(CurrencyCode.USD)).isEqualByComparingTo("4.725");
        assertThat(sum(CostBasis.EFFECTIVE, "")).isEqualByComparingTo("4.725");
        assertThat(records()).hasSize(6);
    }

    @Test
    void theCurrencyIsToldAndNeverGuessed() throws Exception {
        FileReport report = desk.load(file());
        assertThat(report.error()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo("HR-2030");
            assertThat(error.message()).contains("--currency USD");
        });
        assertThat(desk.workspace().charges().count()).isZero();
    }

    @Test
    void theSameAllocationsTwiceAreDuplicates() throws Exception {
        desk.load(USD, file());
        long before = desk.workspace().charges().count();
        FileReport again = desk.load(USD, file());
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(desk.workspace().charges().count()).isEqualTo(before);
    }

    @Test
    void aTotalThatIsMoreThanItsPartsHasTheRestAsOther() throws Exception {
        desk.load(USD, desk.file("a.json", answer("{\"web\":" + WEB.replace("1.725", "2.725") + "}")));
        assertThat(records())
                .filteredOn(charge -> charge.line().usageType().equals("Other"))
                .extracting(charge -> charge.amount(CostBasis.EFFECTIVE).orElseThrow())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyInAnyOrder(BigDecimal.ONE, BigDecimal.ONE.negate());
    }

    @Test
    void allocationsWithoutCostOrTimeAreRefusedAndTheOthersKept() throws Exception {
        String timeless = "{\"name\":\"t\",\"properties\":{},\"totalCost\":1}";
        String free = "{\"name\":\"f\",\"properties\":{}," + WINDOW + ",\"totalCost\":null}";
        FileReport report = desk.load(
                USD,
                desk.file("a.json", answer("{\"t\":" + timeless + ",\"f\":" + free + ",\"web\":" + WEB + "}", "null")));
        assertThat(report.rows()).isEqualTo(3);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.accepted()).isEqualTo(1);
    }

    @Test
    void theErrorOfTheServiceIsShown() throws Exception {
        FileReport report = desk.load(
                USD, desk.file("a.json", "{\"code\":400,\"message\":\"Invalid 'window' parameter\",\"data\":null}"));
        assertThat(report.error()).hasValueSatisfying(error -> {
            assertThat(error.code()).isEqualTo("HR-2032");
            assertThat(error.message()).contains("(400): Invalid 'window' parameter");
        });
    }

    @Test
    void theCsvExportOfOpenCostIsRead() throws Exception {
        String header = "Date,Namespace,ControllerKind,ControllerName,Pod,Container,Labels,CPUCoreUsageAverage,CPUCost,"
                + "RAMCost,NetworkCost,PVCost,GPUCost,TotalCost,Label_app";
        Path file = desk.file(
                "export.csv",
                header,
                "2026-01-01,shop,deployment,web,web-1,app,\"{\"\"team\"\":\"\"shop\"\"}\",0.1,1.25,0.5,0,0,0,2,web",
                "2026-01-01,__unmounted__,,,__unmounted__,__unmounted__,not json,0,0,0,0,0.75,0,0.75,");
        assertThat(desk.load(file).error()).isPresent();
        FileReport report = desk.load(USD, file);
        assertThat(report.format()).isEqualTo(SourceFormat.OPENCOST);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(sum(CostBasis.EFFECTIVE, "")).isEqualByComparingTo("0");
        assertThat(report.notes())
                .anyMatch(note -> note.contains("Allocates 2.75 USD") && note.contains("0.75 unmounted"))
                .anyMatch(note -> note.contains("labels of 1 rows"));
        assertThat(records())
                .filteredOn(charge -> charge.line().usageType().equals("Other"))
                .filteredOn(charge -> charge.line().subAccount().isEmpty())
                .singleElement()
                .satisfies(charge -> assertThat(charge.line().tags())
                        .containsEntry("team", "shop")
                        .containsEntry("app", "web"));
    }

    @Test
    void theCsvOfKubecostIsRead() throws Exception {
        FileReport report = desk.load(
                USD.withAllocations(Allocations.OWN_COST),
                desk.file(
                        "kubecost.csv",
                        "Name,Cluster,Namespace,Window Start,Window End,CPU Cost,CPU Cost Adjustment,RAM Cost,Load Balancer Cost,Total Cost",
                        "shop,prod,shop,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,1,0.5,2,0.25,3.75"));
        assertThat(report.error()).isEmpty();
        assertThat(report.billed().get(CurrencyCode.USD)).isEqualByComparingTo("3.75");
        assertThat(records()).extracting(charge -> charge.line().subAccount()).containsOnly("prod");
    }
}
