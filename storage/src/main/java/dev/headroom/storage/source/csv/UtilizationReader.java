package dev.headroom.storage.source.csv;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import java.util.List;
import java.util.Optional;

/// Recognises utilization files. *Wide* files have one row for a resource and a time, with a column for each
/// metric; *long* files have one row for each reading: `timestamp,resource,metric,statistic,value[,unit]`.
public final class UtilizationReader {
    static final int LONGEST_NAME = 500;

    private UtilizationReader() {}

    /// True when the header names a time and at least one metric.
    public static boolean recognises(List<String> header) {
        UtilizationHeader found = UtilizationHeader.of(header);
        return found.timestamp() >= 0 && (found.isLong() || !found.metrics().isEmpty());
    }

    /// @throws SourceException when the resource is not named, or nothing says the unit of a throughput
    public static RowReader of(List<String> header, ImportOptions options) throws SourceException {
        UtilizationHeader found = UtilizationHeader.of(header, options);
        if (found.resource() < 0) {
            throw new SourceException(
                    ErrorCode.FILE_MISSING_COLUMN,
                    "No column says which server each row is about; name it resource, server, host, vm or instance_id.");
        }
        if (!found.isLong() && found.readings().isEmpty()) {
            throw new SourceException(
                    ErrorCode.FILE_MISSING_COLUMN,
                    "The memory in use cannot be put in relation; add a column with the capacity.");
        }
        if (!found.isLong()) {
            requireUnits(found, options);
        }
        return found.isLong() ? new LongUsageReader(found) : new WideUsageReader(found);
    }

    /// A disk or a network has no usual unit: what is not the name of the cache has to say one.
    private static void requireUnits(UtilizationHeader found, ImportOptions options) throws SourceException {
        for (int position : found.readings()) {
            String name = found.columns().name(position);
            boolean share = Optional.ofNullable(found.metrics().get(position))
                    .filter(UsageColumn::isPercent)
                    .isPresent();
            if (!share && !UsageColumn.saysUnit(name) && options.unit(name).isEmpty()) {
                throw new SourceException(
                        ErrorCode.FILE_NOT_TOLD,
                        "The column " + name + " does not say its unit; import the file with --unit " + name
                                + "=bytes/s, KiB/s, MB/s, Mbit/s or another, or name the column " + name + "[MB/s].");
            }
        }
    }

    static final SourceFormat FORMAT = SourceFormat.UTILIZATION;
}
