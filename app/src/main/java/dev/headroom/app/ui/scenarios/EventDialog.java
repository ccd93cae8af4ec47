package dev.headroom.app.ui.scenarios;

import dev.headroom.app.scenario.ScenarioFormatException;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.ShownText;
import dev.headroom.engine.scenario.Event;
import dev.headroom.engine.scenario.EventScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The form of an event. What is wrong is said by the field, while it is typed.
final class EventDialog extends VBox {
    private static final double WIDTH = 520;
    private static final EventScope AWAY = EventScope.resource("\u0000");

    private static final Map<String, String> TITLES = Map.of(
            "growth", "Growth of the load",
            "launch", "Launch",
            "migration", "Migration",
            "resize", "Change of the instance type",
            "schedule", "Off-hours",
            "price", "Price change",
            "commitment", "Commitment",
            "decommission", "Decommission");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("name", "Name"),
            Map.entry("percent", "Percent, such as 20 or -5"),
            Map.entry("pace", "Pace: once, ramp or yearly"),
            Map.entry("from", "From, such as 2027-03-01"),
            Map.entry("until", "Until, the first day without it"),
            Map.entry("cost_percent", "Cost that follows, in percent"),
            Map.entry("points", "Points of the capacity"),
            Map.entry("cost_per_day", "Cost a day, such as 12.50 USD"),
            Map.entry("share_percent", "Share of the load, in percent"),
            Map.entry("type", "Instance type"),
            Map.entry("off", "Off, such as Mon-Fri 20-06; Sat-Sun 0-24"),
            Map.entry("zone", "Time zone of these hours"),
            Map.entry("per_hour", "An hour, such as 9.50 USD"),
            Map.entry("discount_percent", "Discount, in percent"),
            Map.entry("months", "Months"));

    private final ScenariosViewModel model;
    private final EventDraft draft;
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final ComboBox<EventScope> scope = new ComboBox<>();
    private final ComboBox<EventScope> to = new ComboBox<>();
    private final Label problem = Parts.prose("", "small", "bad");
    private final Button confirm = Parts.button("", "", () -> {}, "primary");

    private EventDialog(ScenariosViewModel model, Event event, String action, Consumer<Event> done, Runnable close) {
        super(12);
        this.model = model;
        this.draft = EventDraft.of(event);
        getStyleClass().addAll("dialog-card", "event-dialog");
        setMinSize(WIDTH, Region.USE_PREF_SIZE);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        confirm.setText(action);
        confirm.setId("event-confirm");
        confirm.setDefaultButton(true);
        confirm.setOnAction(e -> typed().ifPresent(made -> {
            close.run();
            done.accept(made);
        }));
        HBox foot = Parts.row(8, Parts.spring(), Parts.button("Cancel", "", close), confirm);
        getChildren()
                .addAll(
                        Parts.label(TITLES.getOrDefault(draft.kind(), "Event"), "section-title"),
                        form(),
                        problem,
                        Parts.hairline(),
                        foot);
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close.run();
                e.consume();
            }
        });
        typed();
    }

    static EventDialog add(ScenariosViewModel model, Event event, Runnable close) {
        return new EventDialog(model, event, "Add", model::add, close);
    }

    static EventDialog edit(ScenariosViewModel model, int index, Runnable close) {
        Event event = model.scenarioProperty().get().events().get(index);
        return new EventDialog(model, event, "Apply", made -> model.replace(index, made, "changing an event"), close);
    }

    void begin() {
        fields.values().stream().skip(1).findFirst().ifPresent(TextField::requestFocus);
    }

    private GridPane form() {
        GridPane grid = new GridPane(12, 8);
        int row = 0;
        for (Map.Entry<String, String> field : draft.fields().entrySet()) {
            TextField text = new TextField(field.getValue());
            text.setId("event-" + field.getKey());
            text.setPrefWidth(280);
            String words = LABELS.getOrDefault(field.getKey(), field.getKey());
            text.setAccessibleText(words);
            text.textProperty().addListener((source, before, now) -> typed());
            fields.put(field.getKey(), text);
            grid.addRow(row++, Parts.label(words, "small", "muted"), text);
            if (row == 1) {
                choice(scope, "Scope", draft.scope(), model.places());
                grid.addRow(row++, Parts.label("Scope", "small", "muted"), scope);
            }
        }
        if (draft.isMigration()) {
            List<EventScope> places = new ArrayList<>(List.of(AWAY));
            model.places().stream().filter(place -> !place.isAll()).forEach(places::add);
            choice(to, "Goes to", draft.to().orElse(AWAY), places);
            grid.addRow(row, Parts.label("Goes to", "small", "muted"), to);
        }
        return grid;
    }

    private void choice(ComboBox<EventScope> box, String words, EventScope chosen, List<EventScope> places) {
        List<EventScope> all = new ArrayList<>(places);
        if (!all.contains(chosen)) {
            all.addFirst(chosen);
        }
        box.getItems().setAll(all);
        box.setConverter(new ShownText<>(place -> place.equals(AWAY) ? "away" : model.place(place)));
        box.setValue(chosen);
        box.setAccessibleText(words);
        box.setPrefWidth(280);
        box.valueProperty().addListener((source, before, now) -> typed());
    }

    private Optional<Event> typed() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, field) -> texts.put(name, field.getText()));
        EventScope goes = to.getValue();
        try {
            Event event = draft.event(
                    texts,
                    scope.getValue() == null ? draft.scope() : scope.getValue(),
                    goes == null || goes.equals(AWAY) ? Optional.empty() : Optional.of(goes));
            problem.setText("");
            confirm.setDisable(false);
            return Optional.of(event);
        } catch (ScenarioFormatException e) {
            problem.setText(String.valueOf(e.getMessage()));
            confirm.setDisable(true);
            return Optional.empty();
        }
    }
}
