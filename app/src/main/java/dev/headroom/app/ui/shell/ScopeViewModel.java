package dev.headroom.app.ui.shell;

import dev.headroom.app.usecase.Scope;
import dev.headroom.app.usecase.ScopeIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The search in the breadcrumb of the scope: what it can be narrowed or widened to.
public final class ScopeViewModel implements SearchModel<ScopeViewModel.Choice> {
    static final int PER_LEVEL = 6;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Choice> hits = FXCollections.observableArrayList();
    private final ObservableList<Choice> hitsView = FXCollections.unmodifiableObservableList(hits);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private List<Choice> choices = List.of();

    /// The levels of a scope in the order of the breadcrumb, after the way out.
    public enum Level {
        WIDER("Wider"),
        PROVIDER("Providers"),
        ACCOUNT("Accounts"),
        SERVICE("Services"),
        TAG("Tags"),
        RESOURCE("Resources");

        private final String title;

        Level(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// One scope that can be chosen.
    public record Choice(Level level, String label, Scope scope) {}

    public ScopeViewModel() {
        query.addListener((source, before, now) -> search());
    }

    @Override
    public StringProperty queryProperty() {
        return query;
    }

    /// What fits the query, at most six a level.
    @Override
    public ObservableList<Choice> hits() {
        return hitsView;
    }

    /// How many choices there are in all.
    @Override
    public int total() {
        return choices.size();
    }

    /// The index in [#hits] that Enter chooses; -1 when there is none.
    @Override
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Starts a search from a scope.
    ///
    /// @param account how an account is written
    /// @param resource how the id of a resource is written
    public void open(ScopeIndex index, Scope scope, UnaryOperator<String> account, UnaryOperator<String> resource) {
        List<Choice> all = new ArrayList<>();
        if (!scope.isAll()) {
            all.add(new Choice(Level.WIDER, "Everything", Scope.ALL));
            ScopeWords.crumbs(scope, account, resource).reversed().stream()
                    .filter(crumb ->
                            !crumb.scope().equals(scope) && !crumb.scope().isAll())
                    .map(crumb -> new Choice(Level.WIDER, crumb.words(), crumb.scope()))
                    .forEach(all::add);
        }
        index.providers().forEach(name -> all.add(new Choice(Level.PROVIDER, name, scope.withProvider(name))));
        index.accounts(scope)
                .forEach(name -> all.add(new Choice(Level.ACCOUNT, account.apply(name), scope.withAccount(name))));
        index.services(scope)
                .forEach(name ->
                        all.add(new Choice(Level.SERVICE, name, scope.withSlice(new Scope.Slice.Service(name)))));
        index.tags(scope).forEach(tag -> all.add(new Choice(Level.TAG, ScopeWords.slice(tag), scope.withSlice(tag))));
        index.resources(scope)
                .forEach(id -> all.add(new Choice(Level.RESOURCE, resource.apply(id), scope.withResource(id))));
        all.removeIf(choice -> choice.scope().equals(scope));
        choices = List.copyOf(all);
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
    public void select(int position) {
        if (position >= 0 && position < hits.size()) {
            selected.set(position);
        }
    }

    /// The scope that Enter chooses.
    public Optional<Scope> chosen() {
        int position = selected.get();
        return position < 0 ? Optional.empty() : Optional.of(hits.get(position).scope());
    }

    private record Scored(Choice choice, int score) {}

    private void search() {
        List<Scored> found = new ArrayList<>();
        for (Choice choice : choices) {
            FuzzyMatch.of(query.get().strip(), choice.label())
                    .ifPresent(match -> found.add(new Scored(choice, match.score())));
        }
        List<Choice> shown = new ArrayList<>();
        for (Level level : Level.values()) {
            found.stream()
                    .filter(scored -> scored.choice().level() == level)
                    .sorted(Comparator.comparingInt(Scored::score).reversed())
                    .limit(PER_LEVEL)
                    .map(Scored::choice)
                    .forEach(shown::add);
        }
        hits.setAll(shown);
        selected.set(shown.isEmpty() ? -1 : 0);
    }
}
