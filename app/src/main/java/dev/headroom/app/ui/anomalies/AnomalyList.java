package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.part.Choices;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.usecase.AnomalySubject;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.quantity.MeasureUnit;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The list of anomalies with its filters and its order.
final class AnomalyList extends VBox {
    private final AnomaliesViewModel model;
    private final ListView<AnomalyRow> list;
    private final HBox segments;
    private boolean following;

    AnomalyList(AnomaliesViewModel model) {
        super(8);
        this.model = model;
        this.list = new ListView<>(model.rows());
        getStyleClass().addAll("card", "anomaly-list");
        segments =
                Segments.of("Anomalies", List.of(AnomalyFilter.values()), AnomalyFilter::label, model.filterProperty());
        MenuButton order = Choices.of(
                "anomaly-order",
                "Order",
                () -> List.of(AnomalyOrder.values()),
                AnomalyOrder::label,
                model.orderProperty());
        MenuButton least = Choices.of(
                "anomaly-least",
                "Least urgency",
                () -> List.of(Urgency.values()),
                AnomalyList::least,
                model.leastProperty());
        MenuButton watched = Choices.of(
                "anomaly-watched",
                "Series",
                () -> List.of(AnomaliesViewModel.Watched.values()),
                AnomaliesViewModel.Watched::label,
                model.watchedProperty());
        List.of(order, least, watched).forEach(menu -> menu.getStyleClass().add("plain"));
        HBox first = Parts.row(8, segments, Parts.spring(), order);
        HBox second = Parts.row(8, watched, least);
        list.setId("anomaly-list");
        list.setAccessibleText("Anomalies");
        list.setPlaceholder(new Label("Nothing here under these filters."));
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(list, new Insets(0, -16, -12, -16));
        getChildren().addAll(first, second, Parts.hairline(), list);
        Exports.offer(list, new Exportable.Rows("Anomalies", this::content));
        list.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> {
            if (!following && now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((source, before, now) -> follow(now));
        model.rows().addListener((ListChangeListener<AnomalyRow>) change -> count());
        follow(model.selectedProperty().get());
        count();
    }

    private Exportable.Content content() {
        return new Exportable.Content(
                List.of("id", "urgency", "status", "title", "place", "kind", "start", "last", "impact", "unit"),
                model.rows().stream()
                        .map(row -> List.<Object>of(
                                row.id(),
                                row.anomaly().urgency().word(),
                                row.standing().status().word(),
                                row.title(),
                                row.place(),
                                row.anomaly().episode().kind().word(),
                                row.anomaly().start().toString(),
                                row.anomaly().last().toString(),
                                row.anomaly().episode().impact(),
                                row.anomaly().subject() instanceof AnomalySubject.Cost cost
                                        ? cost.currency().value()
                                        : row.anomaly()
                                                .unit()
                                                .map(MeasureUnit::symbol)
                                                .orElse("")))
                        .toList());
    }

    private static String least(Urgency urgency) {
        return switch (urgency) {
            case LOW -> "Any urgency";
            case MEDIUM -> "Medium and up";
            case HIGH -> "High and up";
            case CRITICAL -> "Critical only";
        };
    }

    private void count() {
        for (int i = 0; i < AnomalyFilter.values().length; i++) {
            AnomalyFilter filter = AnomalyFilter.values()[i];
            if (segments.getChildren().get(i) instanceof ToggleButton button) {
                button.setText(filter.label() + "  " + model.formats().count(model.count(filter)));
            }
        }
        follow(model.selectedProperty().get());
    }

    private void follow(@Nullable AnomalyRow row) {
        following = true;
        if (row == null) {
            list.getSelectionModel().clearSelection();
        } else {
            int place = model.rows().indexOf(row);
            if (place >= 0 && list.getSelectionModel().getSelectedIndex() != place) {
                list.getSelectionModel().clearAndSelect(place);
                list.scrollTo(Math.max(0, place - 3));
            }
        }
        following = false;
    }

    private static final class Cell extends ListCell<AnomalyRow> {
        @Override
        protected void updateItem(@Nullable AnomalyRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            HBox first =
                    Parts.row(8, AnomalyBadge.of(row), Parts.spring(), Parts.label(row.impact(), "body", "strong"));
            HBox third = Parts.row(
                    8,
                    Parts.elastic(row.place(), "small", "muted"),
                    Parts.spring(),
                    Parts.label(row.when(), "small", "muted"));
            setGraphic(new VBox(2, first, Parts.elastic(row.title(), "body"), third));
            setAccessibleText(row.anomaly().urgency().word() + ", " + row.title() + ", " + row.place() + ", "
                    + row.impact() + ", " + row.when());
        }
    }
}
