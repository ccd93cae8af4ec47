package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.Sparkline;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The series of the scope with a line of their last 90 days: search, filters, and a list to choose from.
final class SeriesBrowser extends VBox {
    private final ExploreViewModel model;
    private final ShellViewModel shell;
    private final ListView<SeriesRow> list = new ListView<>();
    private boolean following;

    SeriesBrowser(ExploreViewModel model, ShellViewModel shell) {
        super(8);
        this.model = model;
        this.shell = shell;
        getStyleClass().addAll("card", "series-browser");
        TextField search = new TextField();
        search.setId("explore-search");
        search.setPromptText("Find a server");
        search.setAccessibleText("Find a server");
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox filters = Parts.row(
                8,
                filter("All archetypes", model.archetypeProperty(), model::archetypes),
                filter("All accounts", model.accountProperty(), model::accounts));
        list.setId("explore-series");
        list.setAccessibleText("Series");
        list.setItems(model.rows());
        list.setPlaceholder(Parts.label("No series passes these filters.", "small", "muted"));
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(40);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> {
            if (now != null && !following) {
                model.select(now.id());
            }
        });
        model.chosenProperty().addListener((source, before, now) -> follow());
        model.rows().addListener((ListChangeListener<SeriesRow>) change -> follow());
        follow();
        getChildren().addAll(search, filters, list);
    }

    private void follow() {
        following = true;
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).id().equals(model.chosenProperty().get())
                    && list.getSelectionModel().getSelectedIndex() != i) {
                list.getSelectionModel().select(i);
                list.scrollTo(Math.max(0, i - 3));
            }
        }
        following = false;
    }

    private static MenuButton filter(String all, StringProperty chosen, Supplier<List<String>> words) {
        MenuButton menu = new MenuButton();
        menu.textProperty().bind(Bindings.when(chosen.isEmpty()).then(all).otherwise(chosen));
        menu.getStyleClass().add("plain");
        menu.setAccessibleText("Filter: " + all);
        menu.getItems().add(new MenuItem(all));
        menu.setOnShowing(event -> {
            menu.getItems().setAll(item(all, ExploreViewModel.ALL, chosen));
            words.get().forEach(word -> menu.getItems().add(item(word, word, chosen)));
        });
        return menu;
    }

    private static MenuItem item(String label, String value, StringProperty chosen) {
        MenuItem item = new MenuItem(label);
        item.setOnAction(event -> chosen.set(value));
        return item;
    }

    private final class Cell extends ListCell<SeriesRow> {
        private final Label name = Parts.elastic("", "medium");
        private final Label kind = Parts.elastic("", "caption", "muted");
        private final Label figure = Parts.label("", "small", "muted");
        private final Sparkline spark = new Sparkline();
        private final HBox face;

        Cell() {
            spark.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
            spark.setMinWidth(72);
            spark.setPrefWidth(72);
            VBox words = new VBox(0, name, kind);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            figure.setMinWidth(48);
            figure.setAlignment(Pos.CENTER_RIGHT);
            face = Parts.row(8, words, spark, figure);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable SeriesRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(row.name());
            kind.setText(row.archetype());
            figure.setText(row.figure());
            spark.show(row.spark(), row.spoken());
            setGraphic(face);
            setAccessibleText(row.spoken());
        }
    }
}
