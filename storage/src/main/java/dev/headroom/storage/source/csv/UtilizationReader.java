package dev.headroom.storage.source.csv;

import dev.headroom.storage.ErrorCode;
import dev.headroom.storage.source.ImportOptions;
import dev.headroom.storage.source.OpenQuestion;
import dev.headroom.storage.source.RowReader;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.SourceFormat;
import java.util.List;
import java.util.Optional;

/// Recognises utilization files. *Wide* files have one row for a resource and a time, with a column for each
/// metric; *long* files have one row for each reading: `timestamp,resource,metric,statistic,value[,unit]`. Tables of
/// times and values that say neither server nor metric are read as the user says.
public final class UtilizationReader {
    static final int LONGEST_NAME = 500;

    private UtilizationReader() {}

    /// True when the header names a time and at least one metric, or a value that the user may say more about.
    public static boolean recognises(List<String> header) {
        UtilizationHeader found = UtilizationHeader.of(header);
        return found.timestamp() >= 0
                && (found.isLong() || found.isPlain() || !found.metrics().isEmpty());
    }

    /// What a table lacks that has times and is no utilization file, in a sentence; empty when it has no times.
    public static Optional<String> lack(List<String> header) {
        return UtilizationHeader.of(header).timestamp() < 0
                ? Optional.empty()
                : Optional.of("It has times, but no column of a known utilization: name them as in cpu_pct,"
                        + " mem_used_mb beside mem_capacity_mb, disk_read[MB/s] or net_in[Mbit/s], or write a row for"
                        + " each reading with timestamp, resource, metric, value and unit.");
    }

    /// @throws SourceException when the resource is not named, or nothing says the unit of a throughput
    public static RowReader of(List<String> header, ImportOptions options) throws SourceException {
        UtilizationHeader found = UtilizationHeader.of(header, options);
        requireZone(found);
        UnitCheck.of(found, options);
        if (found.isPlain()) {
            throw SourceException.notTold(
                    OpenQuestion.metric(),
                    "It has times and values and does not say what they measure; import it with --metric cpu (or memory,"
                            + " disk_io, network)" + (found.namesServer() ? "" : " and --resource SERVER")
                            + ", or forecast it as it is with headroom forecast.");
        }
        if (!found.namesServer()) {
            throw SourceException.asking(
                    ErrorCode.FILE_MISSING_COLUMN,
                    OpenQuestion.resource(),
                    "No column says which server each row is about; name it resource, server, host, vm or instance_id,"
                            + " or import the file with --resource SERVER when it is about one.");
        }
        if (found.isLong()) {
            return new LongUsageReader(found);
        }
        if (found.readings().isEmpty()) {
            throw new SourceException(ErrorCode.FILE_MISSING_COLUMN, memory(found));
        }
        UnitCheck.required(found, options);
        return new WideUsageReader(found, UnitCheck.notes(found, options));
    }

    private static String memory(UtilizationHeader found) {
        boolean used =
                found.metrics().values().stream().anyMatch(column -> column.role() == UsageColumn.Role.MEMORY_USED);
        return used
                ? "The memory in use cannot be put in relation; add a column with the capacity, such as mem_capacity_mb."
                : "The capacity of the memory is there, but not what is in use; add a column such as mem_used_mb.";
    }

    private static void requireZone(UtilizationHeader found) throws SourceException {
        Optional<String> unknown = found.unknownZone();
        if (unknown.isPresent()) {
            throw new SourceException(
                    ErrorCode.FILE_NOT_TOLD,
                    "There is no time zone " + unknown.get() + ", which the column "
                            + found.columns().name(found.timestamp())
                            + " names; write one such as timestamp[Europe/Berlin], or timestamp[UTC].");
        }
    }

    static final SourceFormat FORMAT = SourceFormat.UTILIZATION;
}
