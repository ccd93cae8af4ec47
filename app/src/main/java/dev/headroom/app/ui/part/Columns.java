package dev.headroom.app.ui.part;

import dev.headroom.app.csv.CellText;
import dev.headroom.app.ui.format.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Tables and their columns in the look of the product: text left, numbers right, one line a row.
public final class Columns {
    private static final String VALUE = "value";
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    /// A column up to this width keeps it; wider ones give way when there is no room.
    private static final double SMALL = 112;

    private Columns() {}

    /// A card with a head and a table that takes the room below it.
    public static VBox card(Node head, TableView<?> table) {
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setMargin(table, new Insets(0, -6, 0, -6));
        return Parts.card(head, table);
    }

    /// A table whose rows open with Enter or a double click.
    ///
    /// @param empty what an empty table says
    public static <R> TableView<R> table(String description, String empty, Consumer<R> open) {
        TableView<R> table = new TableView<>();
        table.setAccessibleText(description);
        table.setPlaceholder(new Label(empty));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> row(open));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            R chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                event.consume();
            } else if (COPY.match(event) && chosen != null) {
                copy(table);
                event.consume();
            }
        });
        MenuItem copy = new MenuItem("Copy the selected rows");
        copy.setAccelerator(COPY);
        copy.setOnAction(event -> copy(table));
        Exports.offer(table, new Exportable.Rows(description, () -> content(table)), copy);
        table.sceneProperty().addListener((source, before, now) -> {
            if (now != null) {
                table.fireEvent(new TableEvent());
            }
        });
        return table;
    }

    /// Shows rows that may change, in the order that the person chooses by a click on a column.
    public static <R> void show(TableView<R> table, ObservableList<R> rows) {
        SortedList<R> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    /// Shows rows of which several may be chosen; what is chosen in the table is chosen in the rows, and the other way
    /// round.
    public static <R> void choose(TableView<R> table, ChosenRows<R> rows) {
        show(table, rows.rows());
        TableView.TableViewSelectionModel<R> selection = table.getSelectionModel();
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection.selectedItemProperty().addListener((source, before, now) -> {
            if (now != null) {
                rows.selectedProperty().set(now);
            }
        });
        selection.getSelectedItems().addListener((ListChangeListener<R>) change -> rows.choose(
                selection.getSelectedItems().stream().filter(Objects::nonNull).toList()));
        Runnable select = () -> {
            int place = table.getItems().indexOf(rows.selectedProperty().get());
            if (place >= 0 && !selection.isSelected(place)) {
                selection.clearAndSelect(place);
            }
        };
        rows.selectedProperty().addListener((source, before, now) -> select.run());
        rows.rows().addListener((ListChangeListener<R>) change -> select.run());
        select.run();
    }

    private static <R> TableRow<R> row(Consumer<R> open) {
        TableRow<R> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private static <R> void copy(TableView<R> table) {
        ClipboardContent content = new ClipboardContent();
        content.putString(table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> line(table, table.getItems().get(index)))
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// One row with tabs between its cells, none of which a spreadsheet would run as a formula.
    private static <R> String line(TableView<R> table, R row) {
        return written(table).stream()
                .map(column -> CellText.harmless(words(column, row).replaceAll("[\\t\\r\\n]+", " ")))
                .collect(Collectors.joining("\t"));
    }

    private static <R> Exportable.Content content(TableView<R> table) {
        List<TableColumn<R, ?>> columns = written(table);
        return new Exportable.Content(
                columns.stream().map(TableColumn::getText).toList(),
                table.getItems().stream()
                        .map(row -> columns.stream()
                                .map(column -> cell(column, row))
                                .toList())
                        .toList());
    }

    private static <R> List<TableColumn<R, ?>> written(TableView<R> table) {
        return table.getVisibleLeafColumns().stream()
                .filter(column -> column.getUserData() instanceof Function<?, ?>)
                .toList();
    }

    private static <R> Object cell(TableColumn<R, ?> column, R row) {
        if (column.getProperties().get(VALUE) instanceof ToDoubleFunction<?>) {
            @SuppressWarnings("unchecked") // set by this class only
            ToDoubleFunction<R> value =
                    (ToDoubleFunction<R>) column.getProperties().get(VALUE);
            double number = value.applyAsDouble(row);
            return Double.isFinite(number) ? (Object) number : "";
        }
        String words = words(column, row);
        return words.equals(Formats.UNKNOWN) ? "" : words;
    }

    private static <R> String words(TableColumn<R, ?> column, R row) {
        @SuppressWarnings("unchecked") // set by this class only
        Function<R, String> text = (Function<R, String>) column.getUserData();
        return text.apply(row);
    }

    /// A column of words, sorted as they are written.
    public static <R> TableColumn<R, R> text(String title, double width, Function<R, String> text, String... styles) {
        return column(title, width, text, Comparator.comparing(text), null, styles);
    }

    /// A column of figures, sorted by their value.
    public static <R> TableColumn<R, R> number(
            String title, double width, Function<R, String> text, Comparator<R> order, String... styles) {
        TableColumn<R, R> column = column(title, width, text, order, null, styles);
        column.getStyleClass().add("number-column");
        return column;
    }

    /// A column of figures that is sorted by its value, and exported as a plain number.
    ///
    /// @param value NaN when it is not known
    public static <R> TableColumn<R, R> number(
            String title, double width, Function<R, String> text, ToDoubleFunction<R> value, String... styles) {
        TableColumn<R, R> column = number(title, width, text, Comparator.comparingDouble(value), styles);
        column.getProperties().put(VALUE, value);
        return column;
    }

    /// A column of small nodes; `text` is what is copied and read aloud.
    public static <R> TableColumn<R, R> node(
            String title,
            double width,
            Function<R, String> text,
            Comparator<R> order,
            Function<R, Node> face,
            String... styles) {
        return column(title, width, text, order, face, styles);
    }

    private static <R> TableColumn<R, R> column(
            String title,
            double width,
            Function<R, String> text,
            Comparator<R> order,
            @Nullable Function<R, Node> face,
            String... styles) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(width <= SMALL ? width : width * 0.6);
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setComparator(order);
        column.setCellFactory(view -> new Cell<>(text, face));
        column.getStyleClass().addAll(List.of(styles));
        column.setUserData(text);
        return column;
    }

    private static final class Cell<R> extends TableCell<R, R> {
        private final Function<R, String> text;
        private final @Nullable Function<R, Node> face;

        Cell(Function<R, String> text, @Nullable Function<R, Node> face) {
            this.text = text;
            this.face = face;
        }

        @Override
        protected void updateItem(@Nullable R item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
            } else if (face == null) {
                setText(text.apply(item));
            } else {
                setGraphic(face.apply(item));
                setAccessibleText(text.apply(item));
            }
        }
    }

    /// A probability as disc and figure, in the colour of its class.
    public static HBox probability(int quarters, Tone tone, String figure) {
        HBox box = Parts.row(4, Parts.disc(quarters, tone), Parts.label(figure, "small", tone.style()));
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }
}
