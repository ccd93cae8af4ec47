package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.engine.series.SeriesQuality.Verdict;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The quality of all series: which are listed, and which one is looked at.
public final class SeriesQualityModel {
    /// Which series are listed.
    public enum Shown {
        ALL("All"),
        BAD("Bad"),
        WATCH("Watch"),
        GOOD("Good");

        private final String words;

        Shown(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        boolean takes(Verdict verdict) {
            return this == ALL || name().equals(verdict.name());
        }
    }

    private final FleetModel fleet;
    private final Formats formats;
    private final ObservableValue<Loaded<List<SeriesRow>>> all;
    private final ObservableList<SeriesRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SeriesRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.ALL);
    private final ObjectProperty<@Nullable SeriesRow> selected = new SimpleObjectProperty<>();
    private final FileQualityModel files;

    public SeriesQualityModel(FleetModel fleet, Formats formats) {
        this.fleet = fleet;
        this.formats = formats;
        this.all = fleet.namesProperty()
                .flatMap(names -> fleet.qualityProperty()
                        .map(loaded -> loaded.map(judged -> SeriesRow.of(judged, names::resource))));
        all.addListener((source, before, now) -> filter());
        text.addListener((source, before, now) -> filter());
        shown.addListener((source, before, now) -> filter());
        filter();
        this.files = new FileQualityModel(fleet, formats, text, shown);
    }

    private void filter() {
        SeriesRow before = selected.get();
        List<SeriesRow> known = all.getValue().known().orElse(List.of());
        rows.setAll(known.stream()
                .filter(row -> shown.get().takes(row.quality().verdict()) && row.mentions(text.get()))
                .toList());
        selected.set(before != null && rows.contains(before) ? before : rows.isEmpty() ? null : rows.getFirst());
    }

    /// The imported files under the same filters.
    public FileQualityModel files() {
        return files;
    }

    /// The series with their state of loading.
    public ObservableValue<Loaded<List<SeriesRow>>> all() {
        return all;
    }

    /// The series that pass the filters, the worst first.
    public ObservableList<SeriesRow> rows() {
        return rowsView;
    }

    /// Part of the name, the metric or a reason.
    public StringProperty textProperty() {
        return text;
    }

    public ObjectProperty<Shown> shownProperty() {
        return shown;
    }

    public ObjectProperty<@Nullable SeriesRow> selectedProperty() {
        return selected;
    }

    /// Such as `12 of 160 series`.
    public String subtitle() {
        int total = all.getValue().known().map(List::size).orElse(0);
        return "%s of %s series".formatted(formats.count(rows.size()), formats.count(total));
    }

    public void retry() {
        fleet.loadQuality();
    }

    public Formats formats() {
        return formats;
    }
}
