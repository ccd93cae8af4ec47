package dev.headroom.app.ui.data;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.ui.session.WorkspaceSession;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.FilePreviewResult;
import dev.headroom.app.usecase.ImportAnswers;
import dev.headroom.app.usecase.ImportQuestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The files of an import before it starts: what each would be read as, what each leaves open, and what the user says
/// about it. After an answer the file is looked at again; files that ask the same get the same answer.
public final class ImportDesk {
    private final WorkspaceSession session;
    private final ShellViewModel shell;
    private final BackgroundRunner runner;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<Item> itemsView = FXCollections.unmodifiableObservableList(items);

    /// One file.
    ///
    /// @param asked everything that was asked about it so far, also what has been answered
    /// @param looking true while it is looked at again
    /// @param complaint why the last text was no answer
    public record Item(
            FilePreviewResult result,
            ImportAnswers answers,
            List<ImportQuestion> asked,
            boolean looking,
            Optional<String> complaint) {
        public Item {
            asked = List.copyOf(asked);
        }

        static Item of(FilePreviewResult result, ImportAnswers answers, List<ImportQuestion> before) {
            List<ImportQuestion> asked = new ArrayList<>(before);
            Stream.concat(result.question().stream(), result.assumed().stream()).forEach(question -> {
                asked.removeIf(question::isAbout);
                asked.add(question);
            });
            return new Item(result, answers, asked, false, Optional.empty());
        }

        /// True when it can be imported.
        public boolean ready() {
            return !looking && result.problem().isEmpty();
        }

        /// True when an answer is missing.
        public boolean open() {
            return result.question().isPresent();
        }

        private boolean asks(ImportQuestion question) {
            return asked.stream().anyMatch(question::isAbout);
        }

        private Item looked(ImportAnswers said) {
            return new Item(result, said, asked, true, Optional.empty());
        }

        private Item complaining(String why) {
            return new Item(result, answers, asked, false, Optional.of(why));
        }
    }

    ImportDesk(
            WorkspaceSession session, ShellViewModel shell, BackgroundRunner runner, List<FilePreviewResult> results) {
        this.session = session;
        this.shell = shell;
        this.runner = runner;
        results.forEach(result -> items.add(Item.of(result, ImportAnswers.none(), List.of())));
    }

    public ObservableList<Item> items() {
        return itemsView;
    }

    public long ready() {
        return items.stream().filter(Item::ready).count();
    }

    /// How many files need an answer.
    public long open() {
        return items.stream().filter(Item::open).count();
    }

    /// Takes an answer to a question about a file, and looks at it again.
    public void answer(Path file, ImportQuestion question, String text) {
        Optional<String> complaint = ImportAnswers.problem(question, text);
        List<Path> again = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            boolean same = item.result().path().equals(file);
            if (same && complaint.isPresent()) {
                items.set(i, item.complaining(complaint.get()));
            } else if (complaint.isEmpty()
                    && item.asks(question)
                    && (same || item.answers().to(question).isEmpty())) {
                items.set(i, item.looked(item.answers().with(question, text)));
                again.add(item.result().path());
            }
        }
        if (!again.isEmpty()) {
            look(again);
        }
    }

    private void look(List<Path> paths) {
        Map<Path, ImportAnswers> said = new LinkedHashMap<>();
        items.stream()
                .filter(item -> paths.contains(item.result().path()))
                .forEach(item -> said.put(item.result().path(), item.answers()));
        runner.start(Job.of("Looking at the files again", progress -> {
                    List<FilePreviewResult> results = new ArrayList<>();
                    said.forEach((path, answers) -> results.add(session.preview(path, answers)));
                    return results;
                })
                .after(results -> results.forEach(result -> take(result, said)))
                .failed(failure -> shell.notify(Notice.bad("The files could not be read", failure.message()))));
    }

    /// A result is taken unless something else was said meanwhile.
    private void take(FilePreviewResult result, Map<Path, ImportAnswers> said) {
        items.replaceAll(item ->
                item.result().path().equals(result.path()) && item.answers().equals(said.get(result.path()))
                        ? Item.of(result, item.answers(), item.asked())
                        : item);
    }

    /// The files that can be imported, by what is said about them.
    Map<ImportAnswers, List<Path>> groups() {
        Map<ImportAnswers, List<Path>> groups = new LinkedHashMap<>();
        items.stream()
                .filter(Item::ready)
                .forEach(item -> groups.computeIfAbsent(item.answers(), answers -> new ArrayList<>())
                        .add(item.result().path()));
        return groups;
    }
}
