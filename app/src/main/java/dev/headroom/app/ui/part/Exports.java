package dev.headroom.app.ui.part;

import dev.headroom.charts.control.HeatmapView;
import dev.headroom.charts.control.PlotView;
import dev.headroom.charts.export.Exhibit;
import dev.headroom.charts.plot.Caption;
import dev.headroom.charts.theme.PlotSizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// Gives charts and tables their export: a context menu on the node, and an entry in the list that Ctrl+E shows.
public final class Exports {
    private static final double LARGE_CELL = 28;
    private static final List<String> SIGNATURE = List.of("Headroom");

    private Exports() {}

    /// Lets a node be exported.
    ///
    /// @param more items above those of the export
    public static void offer(Node node, Exportable what, MenuItem... more) {
        node.getProperties().put(Exports.class, what);
        ContextMenu menu = new ContextMenu(more);
        menu.getItems().addAll(items(node, what));
        if (node instanceof Control control) {
            control.setContextMenu(menu);
        } else {
            node.setOnContextMenuRequested(event -> {
                menu.show(node, event.getScreenX(), event.getScreenY());
                event.consume();
            });
        }
    }

    /// What a context menu says about an export.
    public static List<MenuItem> items(Node node, Exportable what) {
        return what.formats().stream()
                .map(format -> {
                    MenuItem item = new MenuItem("Export as " + format.label() + " …");
                    item.setOnAction(event -> ask(node, what, format));
                    return item;
                })
                .toList();
    }

    /// A chart with the caption that its plot carries, or only its name.
    public static void plot(PlotView view, String name) {
        offer(
                view,
                new Exportable.Chart(
                        name,
                        () -> view.getPlot().caption().orElse(new Caption(name, "", List.of(), SIGNATURE)),
                        caption -> Exhibit.of(view.getPlot().withCaption(caption), view.getViewport()),
                        () -> copy(view)));
    }

    private static PlotView copy(PlotView view) {
        PlotView copy = new PlotView(view.getPlot());
        copy.sizesProperty().set(PlotSizes.presentation());
        copy.interactionProperty().set(view.interactionProperty().get());
        copy.themeProperty().bind(view.themeProperty());
        copy.viewportProperty().set(view.getViewport());
        return copy;
    }

    /// A heatmap.
    public static void heatmap(HeatmapView view, String name, Supplier<Caption> caption) {
        offer(view, new Exportable.Chart(name, caption, whole -> Exhibit.of(view.getData(), whole), () -> copy(view)));
    }

    private static HeatmapView copy(HeatmapView view) {
        HeatmapView copy = new HeatmapView(view.getData());
        copy.cellHeightProperty().set(LARGE_CELL);
        copy.themeProperty().bind(view.themeProperty());
        return copy;
    }

    /// A caption with a statement and what is shown.
    public static Caption caption(String title, String subtitle, String... provenance) {
        return new Caption(title, subtitle, List.of(provenance), SIGNATURE);
    }

    /// Asks the window that shows a node.
    public static void ask(Node node, Exportable what, ExportFormat format) {
        node.fireEvent(new ExportEvent(what, format));
    }

    /// What a node or the nearest one around it offers.
    public static Optional<Exportable> at(@Nullable Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(Exports.class) instanceof Exportable found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// Everything that can be seen below a node and exported, in the order of the nodes.
    public static List<Exportable> below(Node node) {
        List<Exportable> found = new ArrayList<>();
        collect(node, found);
        return List.copyOf(found);
    }

    private static void collect(Node node, List<Exportable> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node.hasProperties() && node.getProperties().get(Exports.class) instanceof Exportable what) {
            found.add(what);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
