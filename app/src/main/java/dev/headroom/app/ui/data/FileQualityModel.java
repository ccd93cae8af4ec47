package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The quality of the imported files: which are listed, and which one is looked at. The filters are those of the
/// series.
public final class FileQualityModel {
    private final FleetModel fleet;
    private final Formats formats;
    private final StringProperty text;
    private final ObjectProperty<SeriesQualityModel.Shown> shown;
    private final ObservableValue<Loaded<List<FileRow>>> all;
    private final ObservableList<FileRow> rows = FXCollections.observableArrayList();
    private final ObservableList<FileRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<@Nullable FileRow> selected = new SimpleObjectProperty<>();

    /// @param text part of the name, the format or a reason
    /// @param shown which verdicts are listed
    FileQualityModel(
            FleetModel fleet, Formats formats, StringProperty text, ObjectProperty<SeriesQualityModel.Shown> shown) {
        this.fleet = fleet;
        this.formats = formats;
        this.text = text;
        this.shown = shown;
        this.all = fleet.files().property().map(loaded -> loaded.map(FileRow::of));
        all.addListener((source, before, now) -> filter());
        text.addListener((source, before, now) -> filter());
        shown.addListener((source, before, now) -> filter());
        filter();
    }

    private void filter() {
        FileRow before = selected.get();
        rows.setAll(known().stream()
                .filter(row -> shown.get().takes(row.verdict()) && row.mentions(text.get()))
                .toList());
        selected.set(before != null && rows.contains(before) ? before : rows.isEmpty() ? null : rows.getFirst());
    }

    private List<FileRow> known() {
        return all.getValue().known().orElse(List.of());
    }

    /// The files with their state of loading.
    public ObservableValue<Loaded<List<FileRow>>> all() {
        return all;
    }

    /// The files that pass the filters, the worst first.
    public ObservableList<FileRow> rows() {
        return rowsView;
    }

    public ObjectProperty<@Nullable FileRow> selectedProperty() {
        return selected;
    }

    /// Reads the files when they are first looked at.
    public void want() {
        fleet.files().want();
    }

    public void retry() {
        fleet.files().load();
    }

    /// Such as `3 of 26 files`.
    public String subtitle() {
        return "%s of %s files".formatted(formats.count(rows.size()), formats.count(known().size()));
    }

    /// What is read before the first choice: how many files are good.
    public String sentence() {
        long good = known().stream().filter(row -> row.score() == 100).count();
        return "%s of %s files have nothing against them."
                .formatted(formats.count(good), formats.count(known().size()));
    }

    public Formats formats() {
        return formats;
    }
}
