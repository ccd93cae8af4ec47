package dev.headroom.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.app.usecase.CostOutlook;
import dev.headroom.app.usecase.CostQuery;
import dev.headroom.app.usecase.CostSplit;
import dev.headroom.app.usecase.ForecastCost;
import dev.headroom.app.usecase.ImportData;
import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.Progress;
import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.SplitCost;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cost of the month by account and by service: bills, forecasts and the table of the report add up to
/// the cent.
class CostTableTest {
    private static final Path BILLS = Path.of("..", "sample-data", "billing");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private OpenWorkspace workspace;

    @BeforeEach
    void open() throws Exception {
        workspace = OpenWorkspace.at(folder.resolve("workspace"));
        List<Path> files = Stream.of("2026-09", "2026-10", "2026-11")
                .map(month -> BILLS.resolve("focus-" + month + ".csv.gz"))
                .toList();
        new ImportData(workspace, Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC))
                .run(files, Progress.NONE);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theCostOfTheAccountsAddsUpToTheTotal() throws Exception {
        CostOutlook outlook = outlook(CostQuery.usual());
        CostSplit split = new SplitCost(workspace)
                .run(outlook, CostSplit.Dimension.ACCOUNT, Progress.NONE)
                .orElseThrow();
        assertThat(split.parts())
                .extracting(CostSplit.Part::name)
                .containsExactlyInAnyOrder("prod-us", "prod-gov", "data-platform", "staging", "development");
        assertThat(split.month()).isEqualTo(YearMonth.of(2026, 11));
        for (Function<CostSplit.Part, BigDecimal> column : List.<Function<CostSplit.Part, BigDecimal>>of(
                CostSplit.Part::known, CostSplit.Part::open, CostSplit.Part::expected)) {
            assertThat(split.parts().stream().map(column).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualTo(column.apply(split.total()));
        }
        assertThat(split.parts())
                .allSatisfy(part -> assertThat(part.expected()).isBetween(part.low80(), part.high80()))
                .isSortedAccordingTo((a, b) -> b.expected().compareTo(a.expected()));
        double[] days = outlook.history().values();
        double billed = 0;
        for (int i = days.length - 20; i < days.length; i++) {
            billed += days[i];
        }
        assertThat(split.total().known().doubleValue()).isCloseTo(billed, within(0.03));
        double alone = outlook.monthEnd().median();
        assertThat(split.total().expected().doubleValue()).isCloseTo(alone, within(0.03 * alone));
        checkHtml(split);
    }

    private static void checkHtml(CostSplit split) {
        String html = CostTable.html(split);
        assertThat(html).contains("Cost of November 2026 by account", "<th>Billed so far</th>");
        List<BigDecimal> cells = Pattern.compile("<td class=\"number\">([0-9,.]+)</td>")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .map(cell -> new BigDecimal(cell.replaceAll("[^0-9.]", "")))
                .toList();
        assertThat(cells).hasSize(6 * 5);
        for (int column = 0; column < 3; column++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int row = 0; row < 5; row++) {
                sum = sum.add(cells.get(5 * row + column));
            }
            assertThat(sum).isEqualTo(cells.get(5 * 5 + column));
        }
    }

    @Test
    void theCostOfTheServicesAddsUpWithinAScope() throws Exception {
        CostQuery query = new CostQuery(
                Scope.ALL.withAccount("prod-gov"), CostQuery.usual().basis());
        CostSplit split = new SplitCost(workspace)
                .run(outlook(query), CostSplit.Dimension.SERVICE, Progress.NONE)
                .orElseThrow();
        assertThat(split.parts()).extracting(CostSplit.Part::name).contains("Amazon Elastic Compute Cloud");
        assertThat(split.parts().stream().map(CostSplit.Part::expected).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(split.total().expected());
        assertThat(new SplitCost(workspace).run(outlook(query), CostSplit.Dimension.ACCOUNT, Progress.NONE))
                .isEmpty();
    }

    private CostOutlook outlook(CostQuery query) throws Exception {
        return new ForecastCost(workspace).run(query).outlooks().getFirst();
    }
}
