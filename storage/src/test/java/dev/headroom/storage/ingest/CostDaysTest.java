package dev.headroom.storage.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.cost.ChargeCategory;
import dev.headroom.engine.cost.CostBasis;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.ChargeFilter;
import dev.headroom.storage.cache.ChargePlace;
import dev.headroom.storage.cache.DayTotal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CostDaysTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,BillingCurrency,ChargePeriodStart,"
            + "ChargePeriodEnd,ChargeCategory,ServiceName,SubAccountId,ResourceId,Tags,ProviderName";
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 1);
    private static final Set<ChargeCategory> RUNNING = Set.of(ChargeCategory.USAGE, ChargeCategory.PURCHASE);

    @SuppressWarnings("NullAway.Init")
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new Desk(folder);
        desk.load(
                HEADER,
                row("1,0.9,2", "01", "Usage", "EC2,a,i-1,\"{\"\"team\"\": \"\"shop\"\"}\",AWS"),
                row("2,1.8,", "01", "Usage", "S3,a,i-2,\"{\"\"team\"\": \"\"pay\"\"}\",AWS"),
                row("4,4,5", "02", "Purchase", "EC2,b,i-1,,AWS"),
                row("8,8,8", "02", "Tax", "EC2,b,,,AWS"),
                row("16,16,", "02", "Usage", "VM,c,v-1,,Azure"));
    }

    private static String row(String amounts, String day, String category, String rest) {
        return amounts + ",USD,2024-09-" + day + "T00:00:00Z,2024-09-" + day + "T01:00:00Z," + category + "," + rest;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<DayTotal> days(ChargeFilter filter, CostBasis basis) {
        return desk.workspace().charges().days(filter, basis);
    }

    private static DayTotal usd(int day, String sum, long charges, long known) {
        return new DayTotal(FIRST.plusDays(day - 1L), CurrencyCode.USD, new BigDecimal(sum), charges, known);
    }

    @Test
    void theSumsByDayLeaveOtherCategoriesOut() {
        assertThat(days(ChargeFilter.of(RUNNING), CostBasis.BILLED))
                .containsExactly(usd(1, "3", 2, 2), usd(2, "20", 2, 2));
        assertThat(days(ChargeFilter.of(Set.of()), CostBasis.BILLED).getLast().sum())
                .isEqualByComparingTo("28");
    }

    @Test
    void aChargeWithoutTheAmountIsCountedAndNotAddedAsNothing() {
        assertThat(days(ChargeFilter.of(RUNNING), CostBasis.LIST))
                .containsExactly(usd(1, "2", 2, 1), usd(2, "5", 2, 1));
    }

    @Test
    void singleChargesAddUpToTheSameAsTheSumsByDay() {
        ChargeFilter aws = new ChargeFilter("AWS", "", "", "", Map.of(), RUNNING);
        ChargeFilter azure = new ChargeFilter("Azure", "", "", "", Map.of(), RUNNING);
        for (CostBasis basis : CostBasis.values()) {
            BigDecimal parts = sum(aws, basis).add(sum(azure, basis));
            assertThat(parts).isEqualByComparingTo(sum(ChargeFilter.of(RUNNING), basis));
        }
    }

    private BigDecimal sum(ChargeFilter filter, CostBasis basis) {
        return days(filter, basis).stream().map(DayTotal::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void eachLevelOfAScopeNarrowsTheCharges() {
        assertThat(days(new ChargeFilter("AWS", "a", "", "", Map.of(), RUNNING), CostBasis.EFFECTIVE))
                .containsExactly(usd(1, "2.7", 2, 2));
        assertThat(days(new ChargeFilter("AWS", "a", "EC2", "", Map.of(), RUNNING), CostBasis.EFFECTIVE))
                .containsExactly(usd(1, "0.9", 1, 1));
        assertThat(days(new ChargeFilter("", "", "", "", Map.of("team", "pay"), RUNNING), CostBasis.BILLED))
                .containsExactly(usd(1, "2", 1, 1));
        assertThat(days(new ChargeFilter("", "", "", "i-1", Map.of(), RUNNING), CostBasis.BILLED))
                .containsExactly(usd(1, "1", 1, 1), usd(2, "4", 1, 1));
        assertThat(days(new ChargeFilter("AWS", "none", "", "", Map.of(), RUNNING), CostBasis.BILLED))
                .isEmpty();
    }

    @Test
    void everyPlaceIsNamedOnce() {
        assertThat(desk.workspace().charges().places())
                .contains(
                        new ChargePlace("AWS", "a", "EC2", "i-1", Map.of("team", "shop")),
                        new ChargePlace("Azure", "c", "VM", "v-1", Map.of()))
                .doesNotHaveDuplicates();
    }
}
