package dev.headroom.engine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionBenchmarkTest {
    @Test
    void someServersShouldChangeAndOthersNot() throws Exception {
        DecisionBenchmark benchmark = new DecisionBenchmark();
        benchmark.servers = 50;
        benchmark.fit();
        assertThat(benchmark.assess()).isBetween(10, 49);
        benchmark.stop();
    }
}
