package dev.headroom.app.ui.adapter;

import dev.headroom.app.ui.part.Columns;
import dev.headroom.app.ui.part.Parts;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.charts.theme.ProbabilityScale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A breach probability as disc, figure, word and tone.
public final class Probabilities {
    private Probabilities() {}

    public static Tone tone(double probability) {
        return switch (ProbabilityScale.classOf(probability)) {
            case LIKELY, VERY_LIKELY -> Tone.BAD;
            case FAIR_CHANCE -> Tone.WATCH;
            case UNLIKELY, POSSIBLE -> Tone.NEUTRAL;
        };
    }

    /// Disc and figure for a table.
    public static HBox cell(double probability) {
        return Columns.probability(
                ProbabilityScale.classOf(probability).quarters(),
                tone(probability),
                ProbabilityScale.format(probability));
    }

    /// A badge such as `Likely, 71 %`.
    public static Label badge(double probability) {
        Tone tone = tone(probability);
        return Parts.badge(
                tone,
                Parts.disc(ProbabilityScale.classOf(probability).quarters(), tone),
                ProbabilityScale.describe(probability));
    }
}
