package dev.headroom.app.ui.overview;

import dev.headroom.app.ui.part.Tone;
import java.util.List;

/// What a small tile says: one or more figures, a line of meaning and a caption.
///
/// @param figures each with what stands below it; one figure has its meaning in `line`
/// @param glyph a Feather icon before the caption; empty for none
public record FigureTile(List<Figure> figures, String line, String caption, String glyph, Tone tone) {
    public FigureTile {
        figures = List.copyOf(figures);
    }

    static FigureTile one(String value, String line, String caption) {
        return new FigureTile(List.of(new Figure(value, "")), line, caption, "", Tone.NEUTRAL);
    }

    /// A figure and the words below it.
    public record Figure(String value, String below) {}
}
