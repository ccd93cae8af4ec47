package dev.headroom.app.ui.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.quantity.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Formats english = Formats.english();
    private final Formats german = new Formats(Locale.GERMANY, ZoneOffset.UTC);

    @Test
    void moneyFollowsTheLanguage() {
        assertThat(english.money(Money.of("84330", "USD"), 0)).isEqualTo("$84,330");
        assertThat(english.money(Money.of("54540.05", "USD"), 2)).isEqualTo("$54,540.05");
        assertThat(german.money(Money.of("54540.05", "USD"), 2)).isEqualTo("54.540,05\u00a0$");
        assertThat(english.money(Money.of("-1116", "USD"), 0)).isEqualTo("\u2212$1,116");
    }

    @Test
    void anUnknownFigureIsADashAndNeverZero() {
        assertThat(english.money(Double.NaN, "USD", 0)).isEqualTo("–");
        assertThat(english.percent(Double.NaN, 1)).isEqualTo("–");
        assertThat(english.probability(Double.NaN)).isEqualTo("–");
    }

    @Test
    void aProbabilityIsNeverZeroOrOne() {
        assertThat(english.probability(0)).isEqualTo("<\u00a01\u00a0%");
        assertThat(english.probability(0.71)).isEqualTo("71\u00a0%");
        assertThat(english.probability(0.999)).isEqualTo(">\u00a099\u00a0%");
    }

    @Test
    void differencesCarryTheirSign() {
        assertThat(english.signedMoney(330, "USD")).isEqualTo("+$330");
        assertThat(english.signedMoney(-330, "USD")).isEqualTo("\u2212$330");
        assertThat(english.signedPercent(-31, 0)).isEqualTo("\u221231\u00a0%");
    }

    @Test
    void aVirtualCurrencyKeepsItsName() {
        assertThat(english.money(Money.of("12", "Token Credits"), 0)).isEqualTo("12\u00a0Token Credits");
    }

    @Test
    void datesAndDurationsAreWords() {
        Instant day = Instant.parse("2026-11-20T00:00:00Z");
        assertThat(english.dayYear(day)).isEqualTo("20 Nov 2026");
        assertThat(german.day(day)).isEqualTo("20. Nov.");
        assertThat(english.inDays(day, Instant.parse("2026-12-28T00:00:00Z"))).isEqualTo("in 38 days");
        assertThat(english.ago(Duration.ofHours(2))).isEqualTo("2 h ago");
    }

    @Test
    void rangesNameTheUnitOnce() {
        assertThat(english.percentRange(72.8, 81.9, 1)).isEqualTo("72.8 – 81.9\u00a0%");
    }
}
