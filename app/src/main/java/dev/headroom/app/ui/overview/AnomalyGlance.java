package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.anomalies.AnomalyRow;
import dev.headroom.app.ui.anomalies.OpenAnomalies;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.engine.anomaly.Urgency;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.beans.value.ObservableValue;

/// The open anomalies on the Overview: how many of each urgency, and the most urgent.
public final class AnomalyGlance {
    private final FleetModel fleet;
    private final ObservableValue<Loaded<List<AnomalyRow>>> open;
    private final Formats formats;

    AnomalyGlance(FleetModel fleet, ShellViewModel shell, Formats formats, Followed followed) {
        this.fleet = fleet;
        this.formats = formats;
        this.open = followed.mapped(fleet.watch().property(), all -> OpenAnomalies.of(fleet, all, formats));
        open.addListener((source, before, now) -> now.known()
                .ifPresent(rows ->
                        shell.counts().put(PanelId.ANOMALIES, rows.isEmpty() ? "" : formats.count(rows.size()))));
        fleet.watch().want();
    }

    /// All of them, the most urgent first.
    public ObservableValue<Loaded<List<AnomalyRow>>> rows() {
        return open;
    }

    public ObservableValue<Loaded<FigureTile>> tile() {
        return open.map(loaded -> loaded.map(this::tile));
    }

    private FigureTile tile(List<AnomalyRow> rows) {
        if (rows.isEmpty()) {
            return new FigureTile(
                    List.of(new FigureTile.Figure("0", "")), "nothing unusual", "medium and up", "", Tone.NEUTRAL);
        }
        String most = Arrays.stream(Urgency.values())
                .sorted(Comparator.reverseOrder())
                .map(urgency -> new Counted(urgency.word(), count(rows, urgency)))
                .filter(counted -> counted.count > 0)
                .map(counted -> formats.count(counted.count) + (counted.count == 1 ? " is " : " are ") + counted.word)
                .findFirst()
                .orElse("");
        long costs = rows.stream().filter(row -> row.anomaly().isCost()).count();
        boolean urgent = count(rows, Urgency.CRITICAL) > 0;
        return new FigureTile(
                List.of(new FigureTile.Figure(formats.count(rows.size()), "")),
                most,
                formats.count(costs) + " in costs",
                urgent ? "fth-alert-octagon" : "",
                urgent ? Tone.BAD : Tone.NEUTRAL);
    }

    private record Counted(String word, long count) {}

    private static long count(List<AnomalyRow> rows, Urgency urgency) {
        return rows.stream().filter(row -> row.anomaly().urgency() == urgency).count();
    }

    void retry() {
        fleet.watch().load();
    }
}
