package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.adapter.PlotThemes;
import dev.headroom.app.ui.part.Exportable;
import dev.headroom.app.ui.part.Exports;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.plot.Plot;
import dev.headroom.charts.theme.PlotSizes;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Charts of the panel in their cards: themed, exportable, with a title and a line that says what is shown.
final class Charts {
    private final ShellViewModel shell;

    Charts(ShellViewModel shell) {
        this.shell = shell;
    }

    /// A chart that is read, not zoomed.
    PlotView still(Plot plot, String title, String subtitle) {
        PlotView view = moving(plot, title, subtitle);
        view.interactionProperty().set(PlotView.Interaction.READ);
        return view;
    }

    PlotView moving(Plot plot, String title, String subtitle) {
        PlotView view = new PlotView(plot.withCaption(Exports.caption(title, subtitle)));
        view.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
        view.setMinSize(120, 70);
        Exports.plot(view, title);
        VBox.setVgrow(view, Priority.ALWAYS);
        return view;
    }

    /// A chart that is exported and presented, and shown in another way.
    Exportable.Chart drawn(Plot plot, String title, String subtitle) {
        Plot captioned = plot.withCaption(Exports.caption(title, subtitle));
        return new Exportable.Chart(
                title,
                () -> captioned.caption().orElseThrow(),
                caption -> Exhibit.of(captioned.withCaption(caption), captioned.home()),
                () -> {
                    PlotView copy = new PlotView(captioned);
                    copy.sizesProperty().set(PlotSizes.presentation());
                    copy.interactionProperty().set(PlotView.Interaction.READ);
                    copy.themeProperty().bind(shell.themeProperty().map(PlotThemes::of));
                    return copy;
                });
    }

    /// A card with a title, a few words and its content.
    VBox card(String title, String words, Node... content) {
        VBox card =
                Parts.card(Parts.row(8, Parts.label(title, "section-title"), Parts.elastic(words, "small", "muted")));
        card.getChildren().addAll(content);
        card.setMinSize(0, 0);
        HBox.setHgrow(card, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }
}
