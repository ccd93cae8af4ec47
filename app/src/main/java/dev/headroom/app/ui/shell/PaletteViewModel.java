package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.panel.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The search of the command palette: a query in, the best commands by section out.
public final class PaletteViewModel implements SearchModel<PaletteViewModel.Hit> {
    private static final int PER_SECTION = 5;

    private final List<Command> commands = new ArrayList<>();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<Hit> hitsView = FXCollections.unmodifiableObservableList(hits);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);

    public PaletteViewModel() {
        query.addListener((source, before, now) -> search());
    }

    /// A command that fits the query.
    public record Hit(Command command, FuzzyMatch match) {}

    @Override
    public StringProperty queryProperty() {
        return query;
    }

    /// Best first within each section, sections in the order of their best hit.
    @Override
    public ObservableList<Hit> hits() {
        return hitsView;
    }

    /// The index in [#hits] that Enter runs; -1 when there is none.
    @Override
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    @Override
    public int total() {
        return commands.size();
    }

    /// Starts a new search over these commands.
    public void open(List<Command> available) {
        commands.clear();
        commands.addAll(available);
        query.set("");
        search();
    }

    /// Moves the selection by some hits, round at the ends.
    @Override
    public void move(int by) {
        if (!hits.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, hits.size()));
        }
    }

    @Override
    public void select(int index) {
        if (index >= 0 && index < hits.size()) {
            selected.set(index);
        }
    }

    /// The command that Enter runs.
    public Optional<Command> chosen() {
        int index = selected.get();
        return index < 0 || index >= hits.size()
                ? Optional.empty()
                : Optional.of(hits.get(index).command());
    }

    private void search() {
        String text = query.get().strip();
        Optional<Command.Kind> only = only(text);
        String letters = only.isPresent() ? text.substring(1) : text;
        List<Hit> found = new ArrayList<>();
        for (Command command : commands) {
            if (only.isEmpty() || only.get() == command.kind()) {
                FuzzyMatch.of(letters, command.label()).ifPresent(match -> found.add(new Hit(command, match)));
            }
        }
        hits.setAll(ranked(found));
        selected.set(hits.isEmpty() ? -1 : 0);
    }

    private static Optional<Command.Kind> only(String text) {
        for (Command.Kind kind : Command.Kind.values()) {
            if (!text.isEmpty() && text.charAt(0) == kind.prefix()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static List<Hit> ranked(List<Hit> found) {
        Comparator<Hit> best =
                Comparator.comparingInt((Hit hit) -> hit.match().score()).reversed();
        List<List<Hit>> sections = new ArrayList<>();
        for (Command.Kind kind : Command.Kind.values()) {
            List<Hit> section = found.stream()
                    .filter(hit -> hit.command().kind() == kind)
                    .sorted(best)
                    .limit(PER_SECTION)
                    .toList();
            if (!section.isEmpty()) {
                sections.add(section);
            }
        }
        sections.sort(Comparator.comparing(List::getFirst, best));
        return sections.stream().flatMap(List::stream).toList();
    }
}
