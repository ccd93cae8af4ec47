package dev.headroom.charts.data;

/// Something that happened, or will, on a day: a release, a migration, a sale.
public record EventData(double epochSecond, String label) {
    public EventData {
        if (!Double.isFinite(epochSecond)) {
            throw new IllegalArgumentException("epochSecond (" + epochSecond + ") must be finite.");
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("label must not be blank.");
        }
    }
}
