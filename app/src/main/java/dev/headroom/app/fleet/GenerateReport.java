package dev.headroom.app.fleet;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/// What a generation wrote.
///
/// @param values how many metric values, hourly and daily ones together
/// @param billed the exact billed total in USD
/// @param files every written file, by name
public record GenerateReport(Path folder, FleetSpec spec, long values, BigDecimal billed, List<GeneratedFile> files) {
    public GenerateReport {
        files = List.copyOf(files);
    }

    /// The size of all files on disk.
    public long bytes() {
        return files.stream().mapToLong(GeneratedFile::bytes).sum();
    }
}
