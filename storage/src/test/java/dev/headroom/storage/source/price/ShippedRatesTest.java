package dev.headroom.storage.source.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.commitment.CommitmentRate;
import dev.headroom.engine.commitment.Payment;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedRatesTest {
    private static final List<CommitmentRate> RATES = ShippedRates.load();

    @Test
    void everyRateSaysThatItIsAnAssumptionAndHowOldItIs() {
        assertThat(RATES).isNotEmpty().allSatisfy(rate -> {
            assertThat(rate.source()).contains("typical").contains("our own");
            assertThat(rate.asOf()).isBefore("2026-12-31");
        });
    }

    @Test
    void longerAndEarlierPaidIsNeverCheaperToLeave() {
        for (CommitmentRate rate : RATES) {
            assertThat(RATES.stream()
                            .filter(other -> other.provider().equals(rate.provider())
                                    && other.kind() == rate.kind()
                                    && !other.term().equals(rate.term())
                                    && other.payment() == rate.payment()
                                    && other.term().days() > rate.term().days())
                            .toList())
                    .allSatisfy(longer -> assertThat(longer.discountPercent()).isGreaterThan(rate.discountPercent()));
        }
    }

    @Test
    void everyKindCanBeBoughtWithoutUpfrontPayment() {
        assertThat(RATES.stream()
                        .collect(Collectors.groupingBy(
                                rate -> rate.provider() + rate.kind(),
                                Collectors.mapping(CommitmentRate::payment, Collectors.toSet())))
                        .values())
                .allSatisfy(payments -> assertThat(payments).contains(Payment.NO_UPFRONT));
    }
}
