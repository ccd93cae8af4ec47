package dev.headroom.app.ui.provider;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.panel.PanelTab;
import dev.headroom.app.ui.panel.StatePane;
import dev.headroom.app.ui.part.Chip;
import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.FigureStrip;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Segments;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.SizeBeside.Agreement;
import dev.headroom.app.usecase.SizeSaid;
import dev.headroom.engine.quantity.Money;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The page of the Rightsizing panel that shows what AWS itself says.
public final class SizesTab implements PanelTab {
    private final SizesViewModel model;
    private final ShellViewModel shell;
    private final StatePane root;

    public SizesTab(SizesViewModel model, ShellViewModel shell) {
        this.model = model;
        this.shell = shell;
        VBox table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        Region detail = new SizeDetail(model);
        root = new StatePane(
                new VBox(16, new FigureStrip(model.figures()), table, detail),
                StatePane.blocks(80, 320, 200),
                model.stateProperty());
        detail.minHeightProperty()
                .bind(Bindings.when(root.heightProperty().lessThan(718))
                        .then(208)
                        .otherwise(260));
        detail.maxHeightProperty().bind(detail.minHeightProperty());
    }

    private VBox table() {
        TableView<SizeRow> table = Columns.table(
                "Sizes by AWS and by Headroom",
                "No server falls under this filter.",
                row -> row.beside()
                        .ours()
                        .ifPresent(known -> shell.openResource(known.server().id(), PanelId.FORECAST)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getColumns().add(Columns.text("Server", 112, SizeRow::name, "key-column"));
        table.getColumns().add(Columns.text("Type now", 92, SizeRow::now, "muted-column"));
        table.getColumns().add(Columns.text("AWS advises", 96, SizeRow::theirs));
        table.getColumns()
                .add(saving(
                        "AWS saving", SizeRow::theirSaving, row -> row.beside().theirSaving()));
        table.getColumns().add(risk("AWS risk", SizeRow::theirRisk));
        table.getColumns().add(Columns.text("Headroom advises", 124, SizeRow::ours));
        table.getColumns()
                .add(saving(
                        "Our saving", SizeRow::ourSaving, row -> row.beside().ourSaving()));
        table.getColumns().add(risk("Our risk", SizeRow::ourRisk));
        table.getColumns()
                .add(Columns.node(
                        "Agreement",
                        130,
                        row -> row.agreement().words(),
                        Comparator.comparing(SizeRow::agreement),
                        row -> badge(row.agreement())));
        table.getColumns().add(Columns.text("Source", 128, SizeRow::source, "muted-column"));
        table.getColumns()
                .add(Columns.node(
                        "Said",
                        88,
                        this::said,
                        Comparator.comparing(row -> row.beside()
                                .theirs()
                                .map(SizeSaid::asked)
                                .map(Object::toString)
                                .orElse("")),
                        row -> Parts.label(said(row), "small", "muted")));
        Columns.choose(table, model.rows());
        return Columns.card(tools(), table);
    }

    private String said(SizeRow row) {
        return row.beside()
                .theirs()
                .map(said -> model.formats().dayYear(said.asked()))
                .orElse(Formats.UNKNOWN);
    }

    private TableColumn<SizeRow, SizeRow> saving(
            String title, ToDoubleFunction<SizeRow> value, Function<SizeRow, Optional<Money>> money) {
        return Columns.number(
                title,
                78,
                row -> money.apply(row)
                        .map(known -> model.formats().money(known, 0))
                        .orElse(Formats.UNKNOWN),
                value,
                "strong-column");
    }

    private static TableColumn<SizeRow, SizeRow> risk(String title, Function<SizeRow, Optional<SizeRow.Risk>> risk) {
        return Columns.node(
                title,
                80,
                row -> risk.apply(row).map(SizeRow.Risk::words).orElse(Formats.UNKNOWN),
                Comparator.comparingInt(
                        row -> risk.apply(row).map(SizeRow.Risk::grade).orElse(-1)),
                row -> face(risk.apply(row)));
    }

    private static Node face(Optional<SizeRow.Risk> risk) {
        if (risk.isEmpty()) {
            return Parts.label(Formats.UNKNOWN, "small", "muted");
        }
        HBox box = Columns.probability(
                Math.max(1, risk.get().grade()), risk.get().tone(), risk.get().words());
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    static Label badge(Agreement agreement) {
        return switch (agreement) {
            case SAME -> Parts.badge(Tone.GOOD, "fth-check-circle", agreement.words());
            case SAME_DIRECTION -> Parts.badge(Tone.GOOD, "fth-check", agreement.words());
            case ONE_KEEPS -> Parts.badge(Tone.WATCH, "fth-alert-triangle", agreement.words());
            case OPPOSITE -> Parts.badge(Tone.BAD, "fth-alert-octagon", agreement.words());
            case AWS_ONLY -> Parts.badge(Tone.NEUTRAL, "fth-cloud", agreement.words());
            case OURS_ONLY -> Parts.badge(Tone.NEUTRAL, "fth-sliders", agreement.words());
            case OPEN -> Parts.badge(Tone.NEUTRAL, "fth-info", agreement.words());
        };
    }

    private HBox tools() {
        Label count = Parts.elastic("", "small", "muted");
        Runnable counted = () -> {
            int size = model.rows().rows().size();
            count.setText((size == 1 ? "1 line" : size + " lines") + ", by saving a month");
        };
        model.rows().rows().addListener((ListChangeListener<SizeRow>) change -> counted.run());
        counted.run();
        return Parts.row(
                8,
                Segments.of("Show", List.of(SizeFilter.values()), SizeFilter::label, model.filterProperty()),
                sources(),
                Parts.spring(),
                count);
    }

    private MenuButton sources() {
        List<Optional<SizeSaid.Source>> sources = Stream.concat(
                        Stream.of(Optional.<SizeSaid.Source>empty()),
                        Arrays.stream(SizeSaid.Source.values()).map(Optional::of))
                .toList();
        return Chip.of(
                model.sourceProperty().map(SizesTab::words),
                "Which service of AWS is shown",
                sources,
                SizesTab::words,
                source -> model.sourceProperty().set(source));
    }

    private static String words(Optional<SizeSaid.Source> source) {
        return source.map(SizeSaid.Source::words).orElse("All sources");
    }

    @Override
    public ObservableValue<String> answer() {
        return model.answerProperty();
    }

    @Override
    public void shown() {
        model.want();
    }

    @Override
    public Region root() {
        return root;
    }
}
