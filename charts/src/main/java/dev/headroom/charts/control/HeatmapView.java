package dev.headroom.charts.control;

import dev.headroom.charts.data.HeatmapData;
import dev.headroom.charts.layer.Pen;
import dev.headroom.charts.plot.HeatmapGeometry;
import dev.headroom.charts.plot.HeatmapLine;
import dev.headroom.charts.plot.HeatmapLines;
import dev.headroom.charts.plot.HeatmapPainter;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Rectangle2D;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// A grid of breach probabilities that can be walked through cell by cell.
///
/// Keyboard: arrows move the focused cell, Home and End go to the first and last column, Page Up and Page Down by a
/// screen; Space selects the row (or opens a group or the folded rows), Enter opens the cell. A click focuses, a
/// double click opens, a click on a name selects. The accessible text says what the card says.
public final class HeatmapView extends CanvasRegion {
    private static final double LEGEND = 36;
    private static final double BAR = 12;

    private final ObjectProperty<HeatmapData> data;
    private final DoubleProperty cellHeight = new SimpleDoubleProperty(this, "cellHeight", 20);
    private final ObservableSet<String> selected = FXCollections.observableSet(new HashSet<>());
    private final Set<String> closed = new HashSet<>();
    private final Set<String> unfolded = new HashSet<>();
    private final ScrollBar bar = new ScrollBar();

    private HeatmapLines lines;
    private Consumer<HeatmapData.Cell> onOpen = _ -> {};
    private Consumer<HeatmapData.Cell> onFocused = _ -> {};
    private Function<HeatmapData.Cell, HeatmapNote> note = HeatmapNote::of;
    private int focusLine;
    private int focusColumn;
    private int hoverLine = -1;
    private int hoverColumn = -1;

    public HeatmapView(HeatmapData initial) {
        data = new SimpleObjectProperty<>(this, "data", initial);
        lines = HeatmapLines.of(initial, closed, unfolded, cellHeight.get());
        getStyleClass().add("heatmap-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("heatmap");
        setAccessibleHelp("Arrow keys move between cells, Space selects a row, Enter opens a cell.");
        setMinSize(200, 140);
        setPrefSize(720, 480);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        getChildren().add(bar);
        data.addListener((_, _, _) -> {
            selected.retainAll(
                    data.get().rows().stream().map(HeatmapData.Row::id).toList());
            hoverLine = -1;
            relay();
            focusFirstCell();
        });
        cellHeight.addListener((_, _, _) -> relay());
        bar.valueProperty().addListener((_, _, _) -> redraw());
        selected.addListener((SetChangeListener<String>) _ -> {
            redraw();
            describe();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hover(-1, -1));
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        focusFirstCell();
    }

    /// The probabilities; new ones keep groups, selection and scroll position as far as they still apply.
    public ObjectProperty<HeatmapData> dataProperty() {
        return data;
    }

    public HeatmapData getData() {
        return data.get();
    }

    public void setData(HeatmapData value) {
        data.set(value);
    }

    /// The height of a row, 20 unless the window is large.
    public DoubleProperty cellHeightProperty() {
        return cellHeight;
    }

    /// The ids of the selected rows; may be changed from outside.
    public ObservableSet<String> selectedRows() {
        return selected;
    }

    /// Is told the cell that was opened with Enter or a double click.
    public void setOnOpen(Consumer<HeatmapData.Cell> consumer) {
        onOpen = consumer;
    }

    /// Is told the cell that a click or the keyboard moved to.
    public void setOnFocused(Consumer<HeatmapData.Cell> consumer) {
        onFocused = consumer;
    }

    /// What the card says about a cell.
    public void setNote(Function<HeatmapData.Cell, HeatmapNote> words) {
        note = words;
        describe();
    }

    /// The cell that the keyboard is on; empty on a group head or a link.
    public Optional<HeatmapData.Cell> focusedCell() {
        return cellAt(focusLine, focusColumn);
    }

    /// Moves the focus to a cell and brings it into view; nothing happens when its row is folded away.
    public void focusCell(String rowId, int column) {
        for (int i = 0; i < lines.lines().size(); i++) {
            if (lines.lines().get(i) instanceof HeatmapLine.Cells(int row)
                    && getData().rows().get(row).id().equals(rowId)) {
                focus(i, column);
                return;
            }
        }
    }

    /// The lines shown now, for export and for tests.
    public HeatmapLines lines() {
        return lines;
    }

    /// The columns as they are laid out now.
    public HeatmapGeometry geometry() {
        return HeatmapGeometry.of(getData(), Math.max(1, getWidth() - BAR - 6), 1, HeatmapGeometry.WIDEST_CELL);
    }

    /// How far the grid is scrolled.
    public double scrollOffset() {
        return bar.isVisible() ? bar.getValue() : 0;
    }

    /// The distance from the top of this view to the upper edge of a line.
    public double lineTop(int line) {
        return geometry().header() + lines.top(line) - scrollOffset();
    }

    @Override
    void paintStill(Pen pen, double width, double height) {
        pen.fill(new Rectangle2D.Double(0, 0, width, height), getTheme().color(ThemeColor.SURFACE));
        HeatmapGeometry geometry = geometry();
        HeatmapPainter painter =
                new HeatmapPainter(getData(), lines, geometry, getTheme(), HeatmapPainter.Medium.SCREEN);
        painter.paintHeader(pen);
        double view = viewHeight();
        pen.clip(new Rectangle2D.Double(0, geometry.header(), width, view));
        painter.paintBody(pen, geometry.header(), scrollOffset(), scrollOffset() + view, selected);
        pen.unclip();
        pen.horizontal(0, width, height - LEGEND, getTheme().color(ThemeColor.HAIR), 1);
        painter.paintLegend(pen, 0, height - LEGEND / 2 + 1, width);
    }

    @Override
    void paintLive(Pen pen, double width, double height) {
        HeatmapGeometry geometry = geometry();
        Rectangle2D body = new Rectangle2D.Double(0, geometry.header() - 2, width, viewHeight() + 4);
        if (isFocused()) {
            pen.clip(body);
            paintFocus(pen, geometry);
            pen.unclip();
        }
        boolean hovering = hoverLine >= 0;
        int line = hovering ? hoverLine : focusLine;
        int column = hovering ? hoverColumn : focusColumn;
        if (hovering || isFocusVisible()) {
            cellAt(line, column).ifPresent(cell -> {
                Rectangle2D at = cellBounds(geometry, line, column);
                double y = at.getMaxY() - 4;
                Rectangle2D bounds = new Rectangle2D.Double(0, 0, width - BAR, height);
                note.apply(cell).card(cell).paint(pen, getTheme(), at.getCenterX(), y, bounds);
            });
        }
    }

    private void paintFocus(Pen pen, HeatmapGeometry geometry) {
        if (focusLine >= lines.lines().size()) {
            return;
        }
        Rectangle2D at = cellBounds(geometry, focusLine, focusColumn);
        if (!(lines.lines().get(focusLine) instanceof HeatmapLine.Cells)) {
            double top = lineTop(focusLine);
            double height = lines.lines().get(focusLine).height(lines.cellHeight());
            at = new Rectangle2D.Double(1, top + 1, geometry.right() - 2, height - 2);
        }
        pen.stroke(
                Pen.roundRectangle(at.getX(), at.getY(), at.getWidth(), at.getHeight(), 2),
                getTheme().color(ThemeColor.TEXT),
                Pen.solid(2));
    }

    private Rectangle2D cellBounds(HeatmapGeometry geometry, int line, int column) {
        return new HeatmapPainter(getData(), lines, geometry, getTheme(), HeatmapPainter.Medium.SCREEN)
                .cell(column, lineTop(line));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double top = geometry().header();
        bar.resizeRelocate(getWidth() - BAR, top, BAR, Math.max(0, viewHeight()));
        updateBar();
    }

    private double viewHeight() {
        return Math.max(0, getHeight() - geometry().header() - LEGEND);
    }

    private void updateBar() {
        double hidden = Math.max(0, lines.height() - viewHeight());
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(lines.height() > 0 ? hidden * viewHeight() / lines.height() : 0);
        bar.setUnitIncrement(lines.cellHeight());
        bar.setBlockIncrement(viewHeight());
        bar.setValue(Math.clamp(bar.getValue(), 0, hidden));
    }

    private void relay() {
        lines = HeatmapLines.of(getData(), closed, unfolded, cellHeight.get());
        focusLine = Math.clamp(focusLine, 0, Math.max(0, lines.lines().size() - 1));
        focusColumn = Math.clamp(focusColumn, 0, Math.max(0, getData().columnCount() - 1));
        updateBar();
        redraw();
        describe();
    }

    private void focusFirstCell() {
        focusColumn = 0;
        focusLine = 0;
        for (int i = 0; i < lines.lines().size(); i++) {
            if (lines.lines().get(i) instanceof HeatmapLine.Cells) {
                focusLine = i;
                break;
            }
        }
        describe();
    }

    private Optional<HeatmapData.Cell> cellAt(int line, int column) {
        if (line < 0
                || line >= lines.lines().size()
                || column < 0
                || column >= getData().columnCount()) {
            return Optional.empty();
        }
        return lines.lines().get(line) instanceof HeatmapLine.Cells(int row)
                ? Optional.of(getData().cell(row, column))
                : Optional.empty();
    }

    private int lineUnder(double y) {
        double inside = y - geometry().header();
        return inside < 0 || inside > viewHeight() ? -1 : lines.lineAt(inside + scrollOffset());
    }

    private void moved(MouseEvent event) {
        int line = lineUnder(event.getY());
        int column = geometry().columnAt(event.getX());
        boolean overCell = cellAt(line, column).isPresent();
        hover(overCell ? line : -1, overCell ? column : -1);
        boolean link = line >= 0 && !(lines.lines().get(line) instanceof HeatmapLine.Cells);
        setCursor(link ? Cursor.HAND : Cursor.DEFAULT);
    }

    private void hover(int line, int column) {
        if (line != hoverLine || column != hoverColumn) {
            hoverLine = line;
            hoverColumn = column;
            redrawLive();
        }
    }

    private void clicked(MouseEvent event) {
        int line = lineUnder(event.getY());
        if (event.getButton() != MouseButton.PRIMARY || line < 0) {
            return;
        }
        int column = geometry().columnAt(event.getX());
        boolean onName = event.getX() < geometry().nameWidth();
        focus(line, column < 0 ? focusColumn : column);
        if (!(lines.lines().get(line) instanceof HeatmapLine.Cells) || (onName && event.getClickCount() == 1)) {
            toggle();
        } else if (event.getClickCount() == 2 && column >= 0) {
            focusedCell().ifPresent(onOpen);
        }
        event.consume();
    }

    private void scrolled(ScrollEvent event) {
        if (bar.isVisible()) {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, bar.getMax()));
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        int last = getData().columnCount() - 1;
        int page = Math.max(1, (int) (viewHeight() / lines.cellHeight()) - 1);
        switch (event.getCode()) {
            case LEFT -> focus(focusLine, focusColumn - 1);
            case RIGHT -> focus(focusLine, focusColumn + 1);
            case UP -> focus(focusLine - 1, focusColumn);
            case DOWN -> focus(focusLine + 1, focusColumn);
            case PAGE_UP -> focus(focusLine - page, focusColumn);
            case PAGE_DOWN -> focus(focusLine + page, focusColumn);
            case HOME -> focus(event.isShortcutDown() ? 0 : focusLine, 0);
            case END -> focus(event.isShortcutDown() ? lines.lines().size() - 1 : focusLine, last);
            case SPACE -> toggle();
            case ENTER -> {
                if (focusedCell().isPresent()) {
                    onOpen.accept(focusedCell().get());
                } else {
                    toggle();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void focus(int line, int column) {
        focusLine = Math.clamp(line, 0, Math.max(0, lines.lines().size() - 1));
        focusColumn = Math.clamp(column, 0, Math.max(0, getData().columnCount() - 1));
        hoverLine = -1;
        hoverColumn = -1;
        reveal();
        redrawLive();
        describe();
        focusedCell().ifPresent(onFocused);
    }

    private void reveal() {
        double top = lines.top(focusLine);
        double bottom = lines.top(focusLine + 1);
        if (top < bar.getValue()) {
            bar.setValue(top);
        } else if (bottom > bar.getValue() + viewHeight()) {
            bar.setValue(bottom - viewHeight());
        }
    }

    /// What Space does: select a row, close or open a group, show or fold its quiet rows.
    private void toggle() {
        if (focusLine >= lines.lines().size()) {
            return;
        }
        switch (lines.lines().get(focusLine)) {
            case HeatmapLine.Cells(int row) ->
                flip(selected, getData().rows().get(row).id());
            case HeatmapLine.Head head -> {
                flip(closed, head.group());
                relay();
            }
            case HeatmapLine.Link link -> {
                flip(unfolded, link.group());
                relay();
            }
        }
    }

    private static void flip(Set<String> set, String member) {
        if (!set.remove(member)) {
            set.add(member);
        }
    }

    private void describe() {
        if (lines.lines().isEmpty()) {
            setAccessibleText("Heatmap without rows.");
            return;
        }
        setAccessibleText(
                switch (lines.lines().get(Math.min(focusLine, lines.lines().size() - 1))) {
                    case HeatmapLine.Head head ->
                        head.group() + ", " + HeatmapPainter.counts(head)
                                + (head.folding() == HeatmapLine.Folding.OPEN ? ", open" : ", closed");
                    case HeatmapLine.Link link -> link.text();
                    case HeatmapLine.Cells(int row) -> {
                        HeatmapData.Cell cell = getData().cell(row, focusColumn);
                        String chosen = selected.contains(cell.row().id()) ? ". Row selected" : "";
                        yield note.apply(cell).card(cell).spoken() + chosen;
                    }
                });
    }
}
