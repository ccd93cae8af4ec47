package dev.headroom.engine.explain;

import dev.headroom.engine.series.TimeGrid;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Names the points of a grid, and the period by which slopes are told.
record TimeWords(TimeGrid grid) {
    private static final double DAYS_A_MONTH = 30.436875;
    private static final int STEPS = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    String at(long index) {
        if (grid.isOrdinal()) {
            return "step " + grid.at(index).getEpochSecond();
        }
        boolean fine = grid.step().typicalLength().compareTo(Duration.ofHours(23)) < 0;
        return (fine ? MINUTE : DAY).format(grid.at(index).atZone(grid.zone()));
    }

    String period() {
        return grid.isOrdinal() ? "hundred steps" : "month";
    }

    double stepsAPeriod() {
        double days = grid.step().typicalLength().toSeconds() / 86_400.0;
        return grid.isOrdinal() ? STEPS : DAYS_A_MONTH / days;
    }
}
