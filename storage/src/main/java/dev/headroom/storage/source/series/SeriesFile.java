package dev.headroom.storage.source.series;

import dev.headroom.engine.series.TimeSeries;
import java.util.List;

/// The contents of a series file.
///
/// @param series in the order in which they first appear
/// @param rejects what could not be read, by line
/// @param dates true when the file writes dates, so that results should too
public record SeriesFile(List<TimeSeries> series, List<Reject> rejects, boolean dates) {
    public SeriesFile {
        series = List.copyOf(series);
        rejects = List.copyOf(rejects);
    }

    /// A row that was left out.
    ///
    /// @param line counted from 1
    public record Reject(long line, String field, String value, String reason) {
        private static final int LONGEST = 80;

        /// With a long value cut.
        static Reject of(long line, String field, String value, String reason) {
            return new Reject(
                    line, field, value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value, reason);
        }
    }
}
