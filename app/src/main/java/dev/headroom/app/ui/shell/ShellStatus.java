package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.panel.PanelId;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.WorkspaceSession.JudgedSeries;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.FleetRisk;
import dev.headroom.app.usecase.WorkspaceSummary;
import dev.headroom.engine.series.SeriesQuality;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Tells the bars of the window what is known about the fleet.
public final class ShellStatus {
    private ShellStatus() {}

    /// Shows a workspace in the bars and keeps them up to date while its results arrive.
    public static void follow(ShellViewModel shell, FleetModel fleet, Formats formats, InstantSource clock) {
        WorkspaceSummary summary = fleet.summary();
        shell.counts().clear();
        shell.qualityProperty().set(StatusText.NONE);
        shell.modelsProperty().set(StatusText.NONE);
        shell.asOfProperty().set(summary.dataTo().map(formats::dayYear).orElse(""));
        shell.freshnessProperty().set(freshness(summary, formats, clock));
        shell.namesProperty().set(fleet.namesProperty().get());
        fleet.namesProperty()
                .addListener((source, before, now) -> shell.namesProperty().set(now));
        fleet.qualityProperty()
                .addListener((source, before, now) ->
                        now.known().ifPresent(judged -> shell.qualityProperty().set(quality(judged, formats))));
        fleet.riskProperty().addListener((source, before, now) -> count(shell, fleet, formats));
        fleet.rightsizingProperty().addListener((source, before, now) -> count(shell, fleet, formats));
        fleet.insideProperty().addListener((source, before, now) -> count(shell, fleet, formats));
    }

    /// The counts beside the panels follow the scope.
    private static void count(ShellViewModel shell, FleetModel fleet, Formats formats) {
        fleet.riskProperty().get().known().ifPresent(risk -> risk(shell, risk, fleet, formats));
        fleet.rightsizingProperty()
                .get()
                .known()
                .map(result -> result.within(fleet.insideProperty().get()))
                .ifPresent(result -> shell.counts().put(PanelId.RIGHTSIZING, formats.count(actions(result))));
    }

    private static StatusText freshness(WorkspaceSummary summary, Formats formats, InstantSource clock) {
        if (summary.dataTo().isEmpty()) {
            return new StatusText(Tone.NEUTRAL, "No data yet", "", "");
        }
        Instant last = summary.dataTo().get();
        boolean fresh = Duration.between(last, clock.instant()).toDays() < 3;
        String loaded = summary.loaded()
                .map(then -> ", loaded " + formats.ago(Duration.between(then, clock.instant())))
                .orElse("");
        return new StatusText(fresh ? Tone.GOOD : Tone.WATCH, "Data to", formats.dayYear(last), loaded);
    }

    private static StatusText quality(List<JudgedSeries> judged, Formats formats) {
        long bad = count(judged, SeriesQuality.Verdict.BAD);
        long watch = count(judged, SeriesQuality.Verdict.WATCH);
        if (bad > 0) {
            return new StatusText(Tone.BAD, "Quality", "mixed", ", " + formats.count(bad) + " series bad");
        }
        String tail = watch == 0 ? "" : ", " + formats.count(watch) + " to watch";
        return new StatusText(Tone.NEUTRAL, "Quality", "good", tail);
    }

    private static long count(List<JudgedSeries> judged, SeriesQuality.Verdict verdict) {
        return judged.stream()
                .filter(series -> series.quality().verdict() == verdict)
                .count();
    }

    private static int actions(FleetRightsizing result) {
        return result.savings().resize() + result.savings().stop();
    }

    private static void risk(ShellViewModel shell, FleetRisk risk, FleetModel fleet, Formats formats) {
        long atRisk = risk.within(fleet.insideProperty().get(), fleet::isInside).serversAtRisk(90, 0.5);
        shell.counts().put(PanelId.RISK, atRisk == 0 ? "" : formats.count(atRisk));
        int unknown = risk.unknown().size();
        shell.modelsProperty()
                .set(new StatusText(
                        Tone.WATCH,
                        "Models",
                        formats.count(risk.risks().size()) + " current",
                        unknown == 0 ? "" : ", " + formats.count(unknown) + " without forecast"));
    }
}
