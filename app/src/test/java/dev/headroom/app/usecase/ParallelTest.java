package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private final List<Integer> inputs = IntStream.range(0, 500).boxed().toList();

    @Test
    void resultsComeInInputOrder() throws Exception {
        List<Integer> results = new ArrayList<>();
        Parallel.forEach(inputs, input -> input * 2, results::add, "Doubling", Progress.NONE);
        assertThat(results)
                .containsExactlyElementsOf(inputs.stream().map(i -> i * 2).toList());
    }

    @Test
    void progressReachesTheTotal() throws Exception {
        List<Long> done = new ArrayList<>();
        Parallel.forEach(inputs, input -> input, input -> {}, "Counting", new Listening(done, Long.MAX_VALUE));
        assertThat(done).hasSize(inputs.size()).endsWith(500L).isSorted();
    }

    @Test
    void aCancelledRunStops() {
        List<Long> done = new ArrayList<>();
        assertThatThrownBy(() ->
                        Parallel.forEach(inputs, input -> input, input -> {}, "Counting", new Listening(done, 10)))
                .isInstanceOfSatisfying(
                        UseCaseException.class, e -> assertThat(e.kind()).isEqualTo(UseCaseException.Kind.CANCELLED));
        assertThat(done).hasSizeLessThan(inputs.size());
    }

    @Test
    void aBugInTheFunctionComesThrough() {
        assertThatThrownBy(() -> Parallel.forEach(
                        inputs,
                        input -> {
                            throw new IllegalArgumentException("input (" + input + ") is odd.");
                        },
                        input -> {},
                        "Failing",
                        Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private record Listening(List<Long> done, long cancelAfter) implements Progress {
        @Override
        public void report(String what, long count, long total) {
            done.add(count);
        }

        @Override
        public boolean cancelled() {
            return done.size() >= cancelAfter;
        }
    }
}
