package dev.headroom.app.usecase;

import dev.headroom.engine.numeric.SeededStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// A workspace of servers whose daily p95 of the processor is a weekly pattern with noise; a few of them shift their
/// level some days after [#KNOWN].
final class ShiftedFleet implements AutoCloseable {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final int KNOWN = 200;
    static final int SHIFT_FROM = KNOWN + 9;
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T08:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final int servers;
    private final int shifted;
    private OpenWorkspace workspace;

    /// @param shifted how many of the servers shift: those with the lowest numbers
    ShiftedFleet(Path folder, int servers, int shifted) throws UseCaseException {
        this.folder = folder;
        this.servers = servers;
        this.shifted = shifted;
        this.workspace = OpenWorkspace.at(folder.resolve("workspace"));
    }

    OpenWorkspace workspace() {
        return workspace;
    }

    /// Closes the workspace and opens it again, as another start of the program does.
    void reopen() throws UseCaseException {
        workspace.close();
        workspace = OpenWorkspace.at(folder.resolve("workspace"));
    }

    Path workspaceFolder() {
        return folder.resolve("workspace");
    }

    static String series(int server) {
        return "web-" + server + "/cpu";
    }

    double truth(int server, int day) {
        double noise = new SeededStream(100L + server, day).nextGaussian();
        double shift = server < shifted && day >= SHIFT_FROM ? 14 : 0;
        return Math.round(100 * (35 + 5 * Math.sin(2 * Math.PI * day / 7) + 1.5 * noise + shift)) / 100.0;
    }

    /// Imports the days from one to before another.
    void importDays(int from, int to) throws UseCaseException, IOException {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        for (int server = 0; server < servers; server++) {
            for (int day = from; day < to; day++) {
                rows.append(FIRST.plusDays(day))
                        .append(",web-")
                        .append(server)
                        .append(',')
                        .append(truth(server, day))
                        .append('\n');
            }
        }
        Path file = Files.writeString(folder.resolve("usage-" + from + ".csv"), rows);
        new ImportData(workspace, CLOCK).run(List.of(file), Progress.NONE);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
