package dev.headroom.storage.source.csv;

import dev.headroom.engine.quantity.MeasureUnit;
import dev.headroom.storage.source.RowRefusedException;

/// The bounds beyond which a reading is taken for an error of its source.
///
/// A percentage may pass 100: a virtual machine can use more than its provisioned share for a while (readings
/// up to 182 % of the processor and 161 % of the memory occur in published traces), and tools that count per
/// processor report multiples. Beyond [#MOST_PERCENT] it is a unit error. No utilization is below 0.
public final class Plausible {
    static final double MOST_PERCENT = 400;
    /// Ten terabits a second, or as many megabytes: above any single machine.
    static final double MOST_THROUGHPUT = 1e7;

    static final double MOST = 1e15;

    private Plausible() {}

    /// @throws RowRefusedException when memory in use is beyond what a machine of that capacity can use
    static void share(String field, String text, double percent, String capacity, String size)
            throws RowRefusedException {
        if (percent > MOST_PERCENT) {
            throw new RowRefusedException(
                    field,
                    text,
                    "This is " + Math.round(percent) + " % of the capacity (" + capacity + " " + size + "), above "
                            + Math.round(MOST_PERCENT) + " %; maybe one of the two is in another unit. The other values"
                            + " of the row are kept.");
        }
    }

    /// @throws RowRefusedException when the value, in `unit`, is beyond what any machine can do
    public static double checked(String field, String text, double value, MeasureUnit unit) throws RowRefusedException {
        double most = switch (unit) {
            case PERCENT -> MOST_PERCENT;
            case MEGABITS_PER_SECOND, MEGABYTES_PER_SECOND -> MOST_THROUGHPUT;
            case PER_SECOND -> MOST_THROUGHPUT;
            case BYTES, COUNT, MILLISECONDS, CURRENCY, UNKNOWN -> MOST;
        };
        boolean signed = unit == MeasureUnit.CURRENCY || unit == MeasureUnit.UNKNOWN;
        if (value < 0 && !signed) {
            throw new RowRefusedException(field, text, "Utilization cannot be below 0.");
        }
        if (Math.abs(value) > most) {
            throw new RowRefusedException(
                    field,
                    text,
                    "Above " + (most < MOST ? Math.round(most) + " " + unit.symbol() : "10^15")
                            + "; maybe the unit is another one.");
        }
        return value;
    }
}
