package dev.headroom.app.ui.data;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.FilePreviewResult;
import dev.headroom.app.usecase.FileResult;
import dev.headroom.app.usecase.ImportAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// An import from the chosen files to the written batch: first a preview, then, if wished, the import.
public final class ImportViewModel {
    private static final int MOST_FILES = 500;

    private final WorkspaceSession session;
    private final ShellViewModel shell;
    private final BackgroundRunner runner;
    private final Formats formats;
    private final Runnable imported;

    /// @param imported runs when the workspace has new content
    public ImportViewModel(
            WorkspaceSession session,
            ShellViewModel shell,
            BackgroundRunner runner,
            Formats formats,
            Runnable imported) {
        this.session = session;
        this.shell = shell;
        this.runner = runner;
        this.formats = formats;
        this.imported = imported;
    }

    /// Looks at files and folders without writing anything.
    public void preview(List<Path> chosen, Consumer<ImportDesk> shown) {
        runner.start(Job.of("Looking at the files", progress -> {
                    List<FilePreviewResult> results = new ArrayList<>();
                    List<Path> files = files(chosen);
                    for (Path file : files) {
                        if (progress.cancelled()) {
                            break;
                        }
                        results.add(session.preview(file, ImportAnswers.none()));
                        progress.report("Looking at the files", results.size(), files.size());
                    }
                    return results;
                })
                .after(results -> shown.accept(new ImportDesk(session, shell, runner, results)))
                .failed(failure -> shell.notify(Notice.bad("The files could not be read", failure.message()))));
    }

    private static List<Path> files(List<Path> chosen) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : chosen) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Files::isRegularFile)
                            .sorted()
                            .limit(MOST_FILES)
                            .forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    /// Imports the files that the preview could read; what is said about them goes with them.
    public void importFiles(ImportDesk desk) {
        Map<ImportAnswers, List<Path>> groups = desk.groups();
        runner.start(Job.of("Importing " + counted(desk.ready(), "file"), progress -> {
                    List<FileResult> files = new ArrayList<>();
                    for (Map.Entry<ImportAnswers, List<Path>> group : groups.entrySet()) {
                        if (!progress.cancelled()) {
                            files.addAll(session.importFiles(group.getValue(), group.getKey(), progress)
                                    .files());
                        }
                    }
                    return files;
                })
                .after(this::tell)
                .stopped(() -> {
                    shell.notify(Notice.good("Import stopped", "What was complete before is kept."));
                    imported.run();
                })
                .failed(failure -> shell.notify(
                        Notice.bad("The import failed", failure.message() + " (" + failure.code() + ")"))));
    }

    private void tell(List<FileResult> files) {
        long accepted = files.stream().mapToLong(FileResult::accepted).sum();
        long rejected = files.stream().mapToLong(FileResult::rejected).sum();
        long duplicates = files.stream().mapToLong(FileResult::duplicates).sum();
        shell.notify(Notice.good(
                "Imported " + counted(files.size(), "file"),
                "%s accepted, %s rejected, %s that were already there."
                        .formatted(counted(accepted, "row"), formats.count(rejected), formats.count(duplicates))));
        imported.run();
    }

    private String counted(long count, String noun) {
        return formats.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
