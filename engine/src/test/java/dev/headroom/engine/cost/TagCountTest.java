package dev.headroom.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TagCountTest {
    private final TagCount count = new TagCount(TagPolicy.parse("owner, env"));

    private static ChargeLine.Builder usage(String account) {
        return ChargeLine.of(ChargeCategory.USAGE, CurrencyCode.USD)
                .subAccount(account)
                .resource("i-1");
    }

    private void add(ChargeLine line, @Nullable String effective) {
        Instant start = Instant.parse("2026-10-01T00:00:00Z");
        count.add(new ChargeRecord(
                line,
                start,
                start.plusSeconds(86_400),
                YearMonth.of(2026, 10),
                new ChargeRecord.Amounts(
                        BigDecimal.ZERO,
                        Optional.ofNullable(effective).map(BigDecimal::new),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty()));
    }

    @Test
    void costIsCountedByTagAccountAndAllTagsTogether() {
        add(usage("a").tags(Map.of("owner", "x", "env", "prod")).build(), "60");
        add(usage("a").tags(Map.of("owner", "x", "env", " ")).build(), "20");
        add(usage("b").tags(Map.of()).build(), "20");
        assertThat(count.rows())
                .extracting(
                        TagCoverage::account,
                        TagCoverage::tag,
                        row -> row.tagged().toPlainString(),
                        row -> row.share().orElseThrow())
                .containsExactly(
                        tuple("", "owner", "80", 0.8),
                        tuple("", "env", "60", 0.6),
                        tuple("", "", "60", 0.6),
                        tuple("a", "owner", "80", 1.0),
                        tuple("a", "env", "60", 0.75),
                        tuple("a", "", "60", 0.75),
                        tuple("b", "owner", "0", 0.0),
                        tuple("b", "env", "0", 0.0),
                        tuple("b", "", "0", 0.0));
    }

    @Test
    void whatCannotBeTaggedIsLeftOut() {
        add(ChargeLine.of(ChargeCategory.TAX, CurrencyCode.USD).build(), "5");
        add(ChargeLine.of(ChargeCategory.PURCHASE, CurrencyCode.USD).build(), "5");
        add(usage("a").resource("sp-1").commitment("sp-1").build(), "5");
        add(usage("a").resource("").commitment("sp-1").build(), "5");
        assertThat(count.rows()).isEmpty();
        add(usage("a").commitment("sp-1").build(), "5");
        assertThat(count.rows()).isNotEmpty();
    }

    @Test
    void costThatIsNotStatedIsUnknownAndNotZero() {
        add(usage("a").tags(Map.of("owner", "x")).build(), null);
        TagCoverage owner = count.rows().getFirst();
        assertThat(owner.charges()).isEqualTo(1);
        assertThat(owner.unknown()).isEqualTo(1);
        assertThat(owner.share()).isEmpty();
    }

    @Test
    void otherSpellingsAreNamedAndDoNotCount() {
        add(usage("a").tags(Map.of("Owner", "x", "env", "prod")).build(), "8");
        TagCoverage owner = count.rows().getFirst();
        assertThat(owner.tagged()).isZero();
        assertThat(owner.spellings()).containsEntry("Owner", new BigDecimal("8"));
    }

    @Test
    void currenciesStayApartAndCreditsWithinUsageDoNotMakeMoreThanAll() {
        add(usage("a").tags(Map.of("owner", "x")).build(), "10");
        add(usage("a").build(), "-1");
        add(
                ChargeLine.of(ChargeCategory.USAGE, new CurrencyCode("EUR"))
                        .subAccount("a")
                        .resource("i-1")
                        .build(),
                "10");
        assertThat(count.rows())
                .filteredOn(row -> row.account().isEmpty() && row.tag().equals("owner"))
                .extracting(row -> row.currency().value(), row -> row.share().orElseThrow())
                .containsExactly(tuple("EUR", 0.0), tuple("USD", 1.0));
    }

    @Test
    void aPolicyIsReadAsItIsWritten() {
        assertThat(TagPolicy.parse(" owner ,env,,owner").required()).containsExactly("owner", "env");
        assertThat(TagPolicy.parse("").isEmpty()).isTrue();
        assertThat(TagPolicy.parse("owner,env").text()).isEqualTo("owner,env");
        assertThatThrownBy(() -> new TagPolicy(List.of("x".repeat(200)))).hasMessageContaining("128");
    }
}
