package dev.headroom.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GridThenGoldenTest {
    private static final double[] GRID = {0, 1, 2, 3, 4};

    @Test
    void theBestGridPointIsRefinedBetweenItsNeighbours() {
        double best = GridThenGolden.minimise(x -> (x - 2.3) * (x - 2.3), GRID, 1e-8);

        assertThat(best).isCloseTo(2.3, within(1e-7));
    }

    @Test
    void aMinimumAtTheEndOfTheGridIsReached() {
        assertThat(GridThenGolden.minimise(x -> -x, GRID, 1e-8)).isCloseTo(4, within(1e-7));
        assertThat(GridThenGolden.minimise(x -> x, GRID, 1e-8)).isCloseTo(0, within(1e-7));
    }

    @Test
    void neverWorseThanTheBestGridPoint() {
        // A narrow well at a grid point that the golden section steps over.
        assertThat(GridThenGolden.minimise(x -> x == 2 ? -1 : Math.abs(x - 2.9), GRID, 1e-3))
                .isEqualTo(2);
    }
}
