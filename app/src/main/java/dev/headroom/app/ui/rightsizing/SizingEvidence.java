package dev.headroom.app.ui.rightsizing;

import dev.headroom.app.ui.adapter.SizingPlots;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.rightsizing.Assessment;
import dev.headroom.engine.rightsizing.FlipPoint;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Replay;
import java.util.Comparator;
import java.util.Optional;

/// The evidence behind one recommendation: the replayed load, and how far it is from another verdict.
public final class SizingEvidence {
    private final Formats formats;

    SizingEvidence(Formats formats) {
        this.formats = formats;
    }

    /// The replay of the resource that comes closest to its ceiling.
    public Optional<Replay> replay(SizingRow row) {
        return row.recommendation().assessment().stream()
                .flatMap(assessment -> assessment.replays().stream())
                .max(Comparator.comparingDouble(replay -> replay.highestAfterPercent() / replay.ceilingPercent()));
    }

    public Plot replayPlot(SizingRow row, Replay replay) {
        String before = row.from();
        String after =
                row.recommendation().to().map(InstanceShape::instanceType).orElse("after");
        return SizingPlots.replay(replay, before, after.equals(before) ? before + " kept" : after, formats);
    }

    /// What would flip the verdict; empty when nothing is measured.
    public String flip(SizingRow row) {
        return row.recommendation()
                .assessment()
                .flatMap(Assessment::flip)
                .map(this::flipWords)
                .orElse("");
    }

    private String flipWords(FlipPoint flip) {
        return "headroom above %s, or load %s (%s gives way first)."
                .formatted(
                        formats.percent(flip.largestHeadroomPercent(), 0),
                        formats.signedPercent(flip.largestGrowthPercent(), 0),
                        flip.bottleneck().label());
    }
}
