package dev.headroom.app.ui.part;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A row of joined buttons of which one is always chosen.
public final class Segments {
    private Segments() {}

    public static <T> HBox of(String description, List<T> values, Function<T, String> label, ObjectProperty<T> chosen) {
        HBox row = new HBox();
        row.getStyleClass().add("segments");
        row.setAccessibleText(description);
        row.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            ToggleButton button = new ToggleButton(label.apply(value));
            String place = i == 0 ? "left-pill" : i == values.size() - 1 ? "right-pill" : "center-pill";
            button.getStyleClass().addAll("segment", place);
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setAccessibleText(description + ": " + label.apply(value));
            button.setSelected(value.equals(chosen.get()));
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.set(value);
            });
            chosen.addListener((source, before, now) -> button.setSelected(value.equals(now)));
            row.getChildren().add(button);
        }
        return row;
    }
}
