package dev.headroom.engine.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class CarriedErrorTest {
    private static final double NO_BOUND = Double.POSITIVE_INFINITY;

    @Test
    void nothingIsCarriedBeforeThereArePairsOfDays() {
        CarriedError carried = new CarriedError();
        assertThat(carried.into(1)).isZero();
        carried.add(1, 0.2, NO_BOUND);
        assertThat(carried.into(2)).isZero();
    }

    @Test
    void theShareOfAnAutoregressionIsLearnt() {
        CarriedError carried = autoregression(0.4, 400);
        carried.add(401, 1, NO_BOUND);
        assertThat(carried.into(402)).isCloseTo(0.4, within(0.12));
    }

    @Test
    void theShareIsNeitherNegativeNorAboveSixTenths() {
        CarriedError swinging = autoregression(-0.5, 400);
        swinging.add(401, 1, NO_BOUND);
        assertThat(swinging.into(402)).isZero();
        CarriedError wandering = autoregression(0.99, 400);
        wandering.add(401, 1, NO_BOUND);
        assertThat(wandering.into(402)).isEqualTo(0.6);
    }

    @Test
    void theShareFadesInOverSixtyPairs() {
        CarriedError carried = new CarriedError();
        for (int day = 0; day <= 30; day++) {
            carried.add(day, 1, NO_BOUND);
        }
        assertThat(carried.into(31)).isCloseTo(0.6 * 30 / 60, within(1e-9));
    }

    @Test
    void nothingIsCarriedOverAGapOrAfterADayThatSaysNothing() {
        CarriedError carried = autoregression(0.5, 400);
        carried.add(401, 1, NO_BOUND);
        assertThat(carried.into(403)).isZero();
        carried.forget();
        assertThat(carried.into(402)).isZero();
    }

    @Test
    void aLargeErrorCountsAsItsBound() {
        CarriedError bounded = autoregression(0.4, 400);
        CarriedError plain = autoregression(0.4, 400);
        bounded.add(401, 50, 2);
        plain.add(401, 2, NO_BOUND);
        assertThat(bounded.into(402)).isEqualTo(plain.into(402)).isPositive();
    }

    private static CarriedError autoregression(double share, int days) {
        Random random = new Random(7);
        CarriedError carried = new CarriedError();
        double error = 0;
        for (int day = 1; day <= days; day++) {
            error = share * error + random.nextGaussian();
            carried.add(day, error, NO_BOUND);
        }
        return carried;
    }
}
