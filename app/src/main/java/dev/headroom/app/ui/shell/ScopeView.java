package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Icons;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.usecase.Scope;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The search in the breadcrumb: a field and the scopes that fit, level by level.
final class ScopeView extends VBox implements SearchList.Face<ScopeViewModel.Choice> {
    private static final double HIGHEST = 460;
    private final ScopeViewModel model;
    private final Consumer<Scope> choose;
    private final Runnable close;
    private final SearchList<ScopeViewModel.Choice> search;
    private final ScrollPane scroll = new ScrollPane();

    ScopeView(ScopeViewModel model, Consumer<Scope> choose, Runnable close) {
        this.model = model;
        this.choose = choose;
        this.close = close;
        this.search = new SearchList<>(model, this, "Nothing fits these letters.", this::run);
        getStyleClass().addAll("palette", "scope-search");
        setMinSize(480, Region.USE_PREF_SIZE);
        setMaxSize(480, Region.USE_PREF_SIZE);
        scroll.setContent(search.list());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(HIGHEST);
        scroll.setFocusTraversable(false);
        HBox head = search.head("scope-field", "Account, service, tag or server", "Find a scope", "fth-filter");
        getChildren().addAll(head, SearchList.line(), scroll);
        model.hits().addListener((ListChangeListener<ScopeViewModel.Choice>) change -> reveal());
        model.selectedProperty().addListener((source, before, now) -> reveal());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> search.key(event, close));
        reveal();
    }

    void begin() {
        search.field().requestFocus();
    }

    @Override
    public String section(ScopeViewModel.Choice choice) {
        return choice.level().title();
    }

    @Override
    public HBox row(ScopeViewModel.Choice choice, int position) {
        HBox row = Parts.row(11, Icons.medium(icon(choice.level())), Parts.elastic(choice.label(), "body"));
        row.getStyleClass().add("scope-row");
        row.setAccessibleText(choice.level().title() + ": " + choice.label());
        return row;
    }

    private static String icon(ScopeViewModel.Level level) {
        return switch (level) {
            case WIDER -> "fth-arrow-up-left";
            case PROVIDER -> "fth-cloud";
            case ACCOUNT -> "fth-folder";
            case SERVICE -> "fth-grid";
            case TAG -> "fth-tag";
            case RESOURCE -> "fth-server";
        };
    }

    private void reveal() {
        int rows = model.hits().size();
        scroll.setVvalue(rows < 2 ? 0 : model.selectedProperty().get() / (rows - 1.0));
    }

    private void run() {
        model.chosen().ifPresent(scope -> {
            close.run();
            choose.accept(scope);
        });
    }
}
