package dev.headroom.app.ui.explore;

import dev.headroom.app.ui.adapter.ExplorePlots;
import dev.headroom.app.ui.adapter.PlotPoints;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.engine.explore.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How the days of the chosen series are distributed.
final class DistributionPage {
    private final ExploreViewModel model;
    private final Charts charts;

    DistributionPage(ExploreViewModel model, Charts charts) {
        this.model = model;
        this.charts = charts;
    }

    private record Figure(String name, String words, double value) {}

    Node face(SeriesViews views) {
        Distribution known = views.distribution();
        String name =
                model.chosenName() + ", " + views.history().request().kind().label();
        VBox chart = charts.card(
                "Histogram",
                name + "; daily p95, " + model.formats().count(known.count()) + " days, "
                        + model.formats().count(known.missing()) + " missing",
                charts.still(
                        ExplorePlots.histogram(known, views.history().unit()),
                        name + ": distribution",
                        "Daily p95, bins after Freedman and Diaconis"));
        VBox table = charts.card("Figures", "", table(views));
        table.setMinWidth(220);
        table.setMaxWidth(260);
        return new HBox(16, chart, table);
    }

    private TableView<Figure> table(SeriesViews views) {
        TableView<Figure> table = Columns.table("Distribution", "Nothing is known.", row -> {});
        TableColumn<Figure, Figure> name = Columns.text("Figure", 84, Figure::name, "key-column");
        TableColumn<Figure, Figure> value = Columns.number("Value", 84, Figure::words, Figure::value);
        table.getColumns().add(name);
        table.getColumns().add(value);
        name.setSortable(false);
        value.setSortable(false);
        table.setItems(FXCollections.observableArrayList(figures(views)));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private List<Figure> figures(SeriesViews views) {
        Distribution known = views.distribution();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("Mean", known.mean(), views));
        figures.add(figure("Deviation", known.deviation(), views));
        for (Distribution.Quantile quantile : known.quantiles()) {
            String name = quantile.level() == 0
                    ? "Lowest"
                    : quantile.level() == 1 ? "Highest" : "p" + Math.round(100 * quantile.level());
            figures.add(figure(name, quantile.value(), views));
        }
        return figures;
    }

    private static Figure figure(String name, double value, SeriesViews views) {
        String words = Double.isNaN(value)
                ? Formats.UNKNOWN
                : PlotPoints.format(views.history().unit()).detail(value, Locale.ENGLISH);
        return new Figure(name, words, value);
    }
}
