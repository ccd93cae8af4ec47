package dev.headroom.app.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// A workspace with one server, `db-1`, whose daily p95 of the processor follows a known truth.
final class OneServer implements AutoCloseable {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private final Path folder;
    private final IntToDoubleFunction truth;
    private final OpenWorkspace workspace;

    /// @param truth the value of a day, counted from [#FIRST]
    OneServer(Path folder, IntToDoubleFunction truth) throws UseCaseException {
        this.folder = folder;
        this.truth = truth;
        this.workspace = OpenWorkspace.at(folder.resolve("workspace"));
    }

    OpenWorkspace workspace() {
        return workspace;
    }

    /// Imports the days from one to before another.
    void importDays(int from, int to) throws UseCaseException, IOException {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        for (int day = from; day < to; day++) {
            rows.append(FIRST.plusDays(day))
                    .append(",db-1,")
                    .append(truth.applyAsDouble(day))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("usage-" + from + ".csv"), rows);
        Clock clock = Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);
        new ImportData(workspace, clock).run(List.of(file), Progress.NONE);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
