package dev.headroom.app.ui.data;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelState;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.CsvTable;
import dev.headroom.app.usecase.ImportReport;
import dev.headroom.app.usecase.Reject;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The Data panel: what was imported, what was rejected and why, and how good the series are.
public final class DataViewModel {
    /// The parts of the panel.
    public enum Page {
        IMPORTS("Imports"),
        QUALITY("Quality"),
        BILLS("Bills");

        private final String words;

        Page(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final BackgroundRunner runner;
    private final Formats formats;
    private final Runnable chooseFiles;
    private final ReadOnlyObjectWrapper<PanelState> state = new ReadOnlyObjectWrapper<>(new PanelState.Loading());
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ImportRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObjectProperty<@Nullable ImportRow> selected = new SimpleObjectProperty<>();
    private final ObservableList<ReasonFilter> filters = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable ReasonFilter> filter = new SimpleObjectProperty<>();
    private final ObservableList<Reject> rejects = FXCollections.observableArrayList();
    private final ObservableList<Reject> rejectsView = FXCollections.unmodifiableObservableList(rejects);

    private final SeriesQualityModel series;
    private final BillsModel bills;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.IMPORTS);

    public DataViewModel(
            FleetModel fleet, ShellViewModel shell, BackgroundRunner runner, Formats formats, Runnable chooseFiles) {
        this.fleet = fleet;
        this.shell = shell;
        this.runner = runner;
        this.formats = formats;
        this.chooseFiles = chooseFiles;
        this.series = new SeriesQualityModel(fleet, formats);
        fleet.bills().askedProperty().addListener((source, before, now) -> follow(now));
        follow(fleet.bills().askedProperty().get());
        this.bills = new BillsModel(fleet, shell, formats);
        selected.addListener((source, before, now) -> showRejects(now));
        filter.addListener((source, before, now) -> applyFilter());
        fleet.importsProperty().addListener((source, before, now) -> follow(now));
        follow(fleet.importsProperty().get());
    }

    public ReadOnlyObjectProperty<PanelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ObservableList<ImportRow> rows() {
        return rowsView;
    }

    /// The file whose rejects are shown.
    public ObjectProperty<@Nullable ImportRow> selectedProperty() {
        return selected;
    }

    public ObservableList<ReasonFilter> filters() {
        return FXCollections.unmodifiableObservableList(filters);
    }

    public ObjectProperty<@Nullable ReasonFilter> filterProperty() {
        return filter;
    }

    /// The rejected rows of the selected file that pass the filter.
    public ObservableList<Reject> rejects() {
        return rejectsView;
    }

    public ObservableValue<Loaded<List<QualityRow>>> quality() {
        return fleet.qualityProperty().map(loaded -> loaded.map(QualityRow::of));
    }

    public ObservableValue<Loaded<List<QualityRow.Finding>>> findings() {
        return fleet.namesProperty()
                .flatMap(names -> fleet.qualityProperty()
                        .map(loaded -> loaded.map(judged -> QualityRow.worst(judged, 4, names::resource))));
    }

    /// The quality of each series.
    public SeriesQualityModel series() {
        return series;
    }

    public BillsModel bills() {
        return bills;
    }

    /// Opens the bills when another panel asks for one.
    private void follow(Optional<YearMonth> asked) {
        if (asked.isPresent()) {
            page.set(Page.BILLS);
        }
    }

    /// The part of the panel that is shown.
    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    public void retryQuality() {
        fleet.loadQuality();
    }

    public void chooseFiles() {
        chooseFiles.run();
    }

    public Formats formats() {
        return formats;
    }

    /// Such as `38 files in 12 imports`.
    public String subtitle() {
        long imports = rows.stream().map(ImportRow::loaded).distinct().count();
        return "%s in %s".formatted(counted(rows.size(), "file"), counted(imports, "import"));
    }

    private String counted(long count, String noun) {
        return formats.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private void follow(Loaded<List<ImportReport>> imports) {
        switch (imports) {
            case Loaded.Waiting<List<ImportReport>> waiting -> state.set(new PanelState.Loading());
            case Loaded.Failed<List<ImportReport>>(var failure) ->
                state.set(new PanelState.Failed("The imports could not be read", failure, fleet::load));
            case Loaded.Known<List<ImportReport>>(List<ImportReport> known) -> show(known);
        }
    }

    private void show(List<ImportReport> imports) {
        rows.setAll(ImportRow.of(imports));
        selected.set(rows.stream()
                .filter(row -> row.file().rejected() > 0)
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
        state.set(
                rows.isEmpty()
                        ? PanelState.Empty.of(
                                "fth-database",
                                "Nothing imported yet",
                                "Import bills, utilization or an inventory. You see a preview before anything is written.",
                                "Import files",
                                chooseFiles)
                        : new PanelState.Ready());
    }

    private void showRejects(@Nullable ImportRow row) {
        List<Reject> all = row == null ? List.of() : row.file().rejects();
        filters.setAll(all.isEmpty() ? List.of() : ReasonFilter.of(all));
        filter.set(filters.isEmpty() ? null : filters.getFirst());
        applyFilter();
    }

    private void applyFilter() {
        ImportRow row = selected.get();
        ReasonFilter chosen = filter.get();
        rejects.setAll(
                row == null || chosen == null
                        ? List.of()
                        : row.file().rejects().stream().filter(chosen.wanted()).toList());
    }

    /// What the head of the reject report says about the selected file.
    public String rejectWords(ImportRow row) {
        if (row.file().problem().isPresent()) {
            return row.file().problem().get().message();
        }
        if (row.file().rejected() == 0 && !row.file().findings().isEmpty()) {
            return "no row rejected of %s; %s kept all the same"
                    .formatted(
                            formats.count(row.file().rows()),
                            counted(row.file().findings().size(), "broken rule"));
        }
        if (row.file().rejected() == 0) {
            return "no row rejected, %s read".formatted(formats.count(row.file().rows()));
        }
        return "%s of %s rows rejected; the other rows are in"
                .formatted(
                        formats.count(row.file().rejected()),
                        formats.count(row.file().rows()));
    }

    /// Writes the rejected rows of the selected file as CSV.
    public void saveRejects(Path target) {
        ImportRow row = selected.get();
        if (row == null) {
            return;
        }
        List<Reject> all = row.file().rejects();
        runner.start(Job.of("Saving rejects", progress -> {
                    try (Writer out = Files.newBufferedWriter(target)) {
                        CsvTable table = new CsvTable(out, List.of("line", "field", "value", "reason"));
                        all.forEach(
                                reject -> table.row(reject.line(), reject.field(), reject.value(), reject.reason()));
                    }
                    return target;
                })
                .after(path -> shell.notify(Notice.good("Rejects saved", path.toString())))
                .failed(failure -> shell.notify(Notice.bad(
                        "Rejects were not saved",
                        "The file " + target + " cannot be written. Choose another folder."))));
    }
}
