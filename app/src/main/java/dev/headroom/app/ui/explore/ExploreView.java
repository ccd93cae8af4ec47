package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelView;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.LoadedPane;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.engine.quantity.ResourceKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Explore panel.
public final class ExploreView implements PanelView {
    private final ExploreViewModel model;
    private final Charts charts;
    private final VBox root = new VBox(12);
    private final StackPane place = new StackPane();
    private final Map<ExplorePage, Node> pages = new EnumMap<>(ExplorePage.class);

    public ExploreView(ExploreViewModel model, ShellViewModel shell) {
        this.model = model;
        this.charts = new Charts(shell);
        root.getStyleClass().addAll("panel", "explore");
        SeriesBrowser browser = new SeriesBrowser(model, shell);
        browser.minWidthProperty().bind(root.widthProperty().map(width -> width.doubleValue() > 1600 ? 360.0 : 288.0));
        browser.maxWidthProperty().bind(browser.minWidthProperty());
        VBox right = new VBox(
                12,
                Segments.of("View", List.of(ExplorePage.values()), ExplorePage::label, model.pageProperty()),
                place);
        VBox.setVgrow(place, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        StatePane pane = new StatePane(new HBox(16, browser, right), StatePane.blocks(320, 160), model.stateProperty());
        VBox.setVgrow(pane, Priority.ALWAYS);
        root.getChildren().addAll(head(), pane);
        model.pageProperty().addListener((source, before, now) -> show(now));
        show(model.pageProperty().get());
    }

    private HBox head() {
        Label answer = Parts.elastic("", "small", "muted");
        answer.textProperty().bind(model.answerProperty());
        HBox head = Parts.row(
                12,
                Parts.label("Explore", "page-title"),
                answer,
                Parts.spring(),
                Segments.of("Metric", List.of(ResourceKind.values()), ResourceKind::label, model.metricProperty()));
        head.getStyleClass().add("page-head");
        return head;
    }

    private void show(ExplorePage page) {
        if (page == ExplorePage.PIVOT) {
            model.pivot().load();
        }
        place.getChildren().setAll(pages.computeIfAbsent(page, this::made));
    }

    private Node made(ExplorePage page) {
        return switch (page) {
            case PROFILE -> ofSeries(new ProfilePage(model, charts)::face);
            case CORRELATION -> new CorrelationPage(model, charts);
            case DISTRIBUTION -> ofSeries(new DistributionPage(model, charts)::face);
            case DECOMPOSITION -> ofSeries(new DecompositionPage(model, charts)::face);
            case ARCHETYPES -> new ArchetypePage(model, charts);
            case PIVOT -> new PivotPage(model.pivot());
        };
    }

    private Node ofSeries(Function<SeriesViews, Node> face) {
        return new LoadedPane<>(model.seriesProperty(), 6, model::loadSeries, face);
    }

    @Override
    public PanelId id() {
        return PanelId.EXPLORE;
    }

    @Override
    public List<Command> commands() {
        return Arrays.stream(ExplorePage.values())
                .map(page -> new Command(
                        Command.Kind.ACTION,
                        "Show " + page.label().toLowerCase(Locale.ROOT),
                        "Explore",
                        PanelId.EXPLORE.icon(),
                        "",
                        () -> model.pageProperty().set(page)))
                .toList();
    }

    @Override
    public Region root() {
        return root;
    }
}
