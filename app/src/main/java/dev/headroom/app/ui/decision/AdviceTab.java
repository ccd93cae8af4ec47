package dev.headroom.app.ui.decision;

import dev.headroom.app.ui.panel.Command;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.FigureStrip;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A page of advice: figures above, a table at the left, and at the right what speaks for the chosen row and
/// the buttons that decide about it.
public interface AdviceTab extends PanelTab {
    /// From this width of the page on the right side gets more room.
    double WIDE = 1600;

    AdvicePage<?, ?> page();

    DecisionBar<?> decisions();

    @Override
    default ObservableValue<String> answer() {
        return page().answerProperty();
    }

    @Override
    default List<Command> commands() {
        return decisions().commands();
    }

    @Override
    default void shown() {
        page().want();
    }

    /// Puts the parts together.
    ///
    /// @param narrow the width of the right side on a small window
    /// @param wide the same on a large one
    static StatePane layout(AdvicePage<?, ?> page, Region left, Region right, double narrow, double wide) {
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        HBox lower = new HBox(16, left, right);
        VBox.setVgrow(lower, Priority.ALWAYS);
        StatePane root = new StatePane(
                new VBox(16, new FigureStrip(page.figures()), lower), StatePane.blocks(80, 420), page.stateProperty());
        right.minWidthProperty()
                .bind(Bindings.when(root.widthProperty().greaterThan(WIDE))
                        .then(wide)
                        .otherwise(narrow));
        right.maxWidthProperty().bind(right.minWidthProperty());
        return root;
    }
}
