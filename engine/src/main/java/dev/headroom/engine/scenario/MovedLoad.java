package dev.headroom.engine.scenario;

/// Load that a migration takes away, by path and day, in percent of the capacity of all servers on which it arrives.
final class MovedLoad {
    private final int days;
    private final float[] values;

    MovedLoad(int paths, int days) {
        this.days = days;
        this.values = new float[paths * days];
    }

    void add(int path, int day, double percent) {
        values[path * days + day] += (float) percent;
    }

    double value(int path, int day) {
        return values[path * days + day];
    }
}
