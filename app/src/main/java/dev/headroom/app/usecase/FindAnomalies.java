package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.AnomalyDetector;
import dev.headroom.engine.anomaly.AnomalyPoint;
import dev.headroom.engine.anomaly.Sensitivity;
import dev.headroom.engine.anomaly.Severity;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.series.SeriesFile;
import dev.headroom.storage.source.series.SeriesRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the anomalies of the series of files. Each row is judged by the rows before it and itself.
public final class FindAnomalies {
    private static final List<String> COLUMNS =
            List.of("timestamp", "value", "expected", "lo", "hi", "score", "severity", "alert", "episode");

    /// What to look at.
    ///
    /// @param input a file of series, or a folder with such files below it
    /// @param output the file, or the folder that gets a file of the same relative path for each
    public record Request(Path input, Path output, Sensitivity sensitivity) {}

    /// One episode.
    ///
    /// @param file as it is named in the output
    /// @param from the time stamp of the alert, as it stands in the file
    /// @param to that of the last row that belongs to it
    /// @param value in the row of the alert; NaN when it is missing there
    /// @param expected in the row of the alert
    public record Episode(
            String file, String series, String from, String to, Severity severity, double value, double expected) {}

    /// What was found.
    ///
    /// @param skipped files that could not be read, each with its reason
    public record Report(
            int files, int series, long rows, List<Episode> episodes, List<Reject> rejects, List<Problem> skipped) {
        public Report {
            episodes = List.copyOf(episodes);
            rejects = List.copyOf(rejects);
            skipped = List.copyOf(skipped);
        }
    }

    private final List<Episode> episodes = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Problem> skipped = new ArrayList<>();
    private int files;
    private int series;
    private long rows;

    /// @throws UseCaseException of kind INPUT when a single file cannot be read, or a folder has no file of series
    public Report run(Request request, Progress progress) throws UseCaseException {
        if (Files.isDirectory(request.input())) {
            folder(request, progress);
        } else {
            Path output = Files.isDirectory(request.output())
                    ? request.output().resolve(request.input().getFileName())
                    : request.output();
            file(request.input(), output, String.valueOf(request.input().getFileName()), request.sensitivity());
        }
        return new Report(files, series, rows, episodes, rejects, skipped);
    }

    private void folder(Request request, Progress progress) throws UseCaseException {
        List<Path> found = files(request);
        for (int i = 0; i < found.size(); i++) {
            if (progress.cancelled()) {
                throw new UseCaseException(UseCaseException.Kind.CANCELLED, "HR-3001", "Stopped on request.");
            }
            Path relative = request.input().relativize(found.get(i));
            try {
                file(
                        found.get(i),
                        request.output().resolve(relative),
                        relative.toString().replace('\\', '/'),
                        request.sensitivity());
            } catch (UseCaseException unreadable) {
                if (unreadable.kind() != UseCaseException.Kind.INPUT) {
                    throw unreadable;
                }
                skipped.add(new Problem(unreadable.code(), String.valueOf(unreadable.getMessage())));
            }
            progress.report("Looking for anomalies", i + 1L, found.size());
        }
        if (files == 0) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3080",
                    "The folder " + request.input() + " has no CSV file with the columns timestamp and value"
                            + (skipped.isEmpty()
                                    ? "."
                                    : "; the first one: " + skipped.getFirst().message()));
        }
    }

    private static List<Path> files(Request request) throws UseCaseException {
        Path output = request.output().toAbsolutePath().normalize();
        try (Stream<Path> all = Files.walk(request.input())) {
            return all.filter(path -> {
                        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
                        return name.endsWith(".csv") || name.endsWith(".csv.gz");
                    })
                    .filter(path -> !path.toAbsolutePath().normalize().startsWith(output))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3081",
                    "The folder " + request.input() + " cannot be read; check its rights.",
                    unreadable);
        }
    }

    private void file(Path input, Path output, String name, Sensitivity sensitivity) throws UseCaseException {
        if (input.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize())) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-3082",
                    "The result would replace " + input + "; name another file with -o.");
        }
        Rows read = new Rows();
        try {
            SeriesRows.read(input, read);
        } catch (SourceException unreadable) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT, unreadable.code(), unreadable.sentence(), unreadable);
        }
        if (read.bySeries.isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3083",
                    "No row can be read from " + name
                            + (read.rejects.isEmpty()
                                    ? "."
                                    : "; line " + read.rejects.getFirst().line() + ": "
                                            + read.rejects.getFirst().reason() + "."));
        }
        OutputFile.writeText(output, out -> write(out, read, name, sensitivity));
        files++;
        series += read.bySeries.size();
        rejects.addAll(read.rejects);
    }

    /// The rows of a file by series, in their order.
    private static final class Rows implements SeriesRows.Taker {
        private final Map<String, List<SeriesRows.Row>> bySeries = new LinkedHashMap<>();
        private final List<Reject> rejects = new ArrayList<>();
        private boolean named;

        @Override
        public void begin(boolean fileNamesSeries) {
            named = fileNamesSeries;
        }

        @Override
        public void row(SeriesRows.Row row) {
            bySeries.computeIfAbsent(row.series(), key -> new ArrayList<>()).add(row);
        }

        @Override
        public void rejected(SeriesFile.Reject reject) {
            rejects.add(new Reject(reject.line(), reject.field(), reject.value(), reject.reason()));
        }
    }

    private void write(Writer out, Rows read, String file, Sensitivity sensitivity) {
        List<String> header = new ArrayList<>(COLUMNS);
        if (read.named) {
            header.addFirst("series_id");
        }
        CsvTable table = new CsvTable(out, header);
        read.bySeries.forEach((id, own) -> {
            AnomalyDetector detector = AnomalyDetector.of(sensitivity);
            int open = 0;
            for (SeriesRows.Row row : own) {
                AnomalyPoint point = detector.next(row.stamp().instant().getEpochSecond(), row.value());
                if (point.episode() > 0) {
                    open = point.alert() ? begin(file, row, point) : open;
                    episodes.set(open, later(episodes.get(open), row, point));
                }
                table.row(cells(read.named, row, point));
                rows++;
            }
        });
    }

    private int begin(String file, SeriesRows.Row row, AnomalyPoint point) {
        episodes.add(new Episode(
                file,
                row.series(),
                row.time(),
                row.time(),
                point.severity().orElseThrow(),
                row.value(),
                point.expected()));
        return episodes.size() - 1;
    }

    private static Episode later(Episode known, SeriesRows.Row row, AnomalyPoint point) {
        return new Episode(
                known.file(),
                known.series(),
                known.from(),
                row.time(),
                point.severity().orElseThrow(),
                known.value(),
                known.expected());
    }

    private static Object[] cells(boolean named, SeriesRows.Row row, AnomalyPoint point) {
        List<Object> cells = new ArrayList<>(List.of(
                row.time(),
                row.value(),
                point.expected(),
                point.low(),
                point.high(),
                point.score(),
                point.severity().map(severity -> severity.name().toLowerCase(Locale.ROOT)),
                point.alert() ? 1 : 0,
                point.episode() == 0 ? "" : String.valueOf(point.episode())));
        if (named) {
            cells.addFirst(row.series());
        }
        return cells.toArray();
    }
}
