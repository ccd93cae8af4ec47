package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.HourCount;
import dev.headroom.storage.ingest.BillReading;
import dev.headroom.storage.source.SourceException;
import java.nio.file.Path;
import java.util.List;

/// Reads how usage falls on the hours of the week from bills with hourly lines. The workspace keeps bills by
/// day, so that the files themselves are read.
final class HourlyBills {
    private HourlyBills() {}

    /// @throws UseCaseException of kind INPUT when a file cannot be read or they hold too few days of hourly
    ///     lines
    static HourCount read(List<Path> files) throws UseCaseException {
        HourCount hours = new HourCount();
        for (Path file : files) {
            try {
                BillReading.charges(file, hours::add);
            } catch (SourceException e) {
                throw new UseCaseException(UseCaseException.Kind.INPUT, e.code(), e.sentence(), e);
            }
        }
        if (!files.isEmpty() && hours.days() < HourCount.LEAST_DAYS) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3254",
                    "The bills given as hourly have lines of an hour for running machines on " + hours.days()
                            + " days; " + HourCount.LEAST_DAYS + " days are needed. Export the report by the hour.");
        }
        return hours;
    }
}
