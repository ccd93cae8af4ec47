package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.numeric.SeededStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void everyNumberIsRoundedAsItsExactValueIs() {
        SeededStream stream = new SeededStream(5, 1);
        DoubleStream drawn = DoubleStream.generate(() -> Math.exp(80 * (stream.nextDouble() - 0.5)))
                .limit(100_000);
        DoubleStream ties = DoubleStream.generate(() -> Math.round(1e10 * stream.nextDouble()) / 1e4 + 0.00005)
                .limit(20_000);
        DoubleStream edges = DoubleStream.of(
                1,
                -1,
                9.9999999995,
                99999999995e-10,
                0.1,
                1e-13,
                1e-30,
                1e-31,
                1e10,
                1e15,
                12345678905.5,
                0.5,
                -2.5e-7,
                1.00000000005,
                1234567890.5,
                -1234567891.5,
                Double.MIN_VALUE,
                1e300,
                Math.nextDown(10),
                Math.nextUp(1));
        DoubleStream.concat(DoubleStream.concat(drawn, ties), edges).forEach(value -> {
            BigDecimal exact = new BigDecimal(value).round(new MathContext(10)).stripTrailingZeros();
            assertThat(Numbers.plain(value)).isEqualTo(exact.scale() > 30 ? "0" : exact.toPlainString());
        });
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Numbers.plain(-0.0)).isEqualTo("0");
    }
}
