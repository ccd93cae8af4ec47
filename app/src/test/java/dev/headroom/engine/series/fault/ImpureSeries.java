package dev.headroom.engine.series.fault;

import dev.headroom.engine.forecast.Horizon;
import java.io.File;
import java.time.Instant;
import java.util.Random;

/// Breaks the rules of the engine: a file, a clock, chance, and a package that stands above its own.
public final class ImpureSeries {
    public File file() {
        return new File("series.csv");
    }

    public Instant clock() {
        return Instant.now();
    }

    public double chance() {
        return new Random().nextDouble();
    }

    public Horizon above() {
        return new Horizon(1);
    }
}
