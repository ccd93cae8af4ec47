package dev.headroom.charts.export;

import dev.headroom.charts.layer.Pen;
import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines that fit a width, between words only.
final class TextLines {
    private TextLines() {}

    /// The lines of a text; none for a blank one. A word wider than the line stands alone.
    static List<String> wrap(String text, Pen.Letter letter, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && letter.width(longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
