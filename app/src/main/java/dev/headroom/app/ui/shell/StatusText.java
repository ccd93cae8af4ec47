package dev.headroom.app.ui.shell;

import dev.headroom.app.ui.part.Tone;

/// One segment of the status bar.
///
/// @param lead muted words before the value
/// @param value the words that matter
/// @param tail muted words after it
public record StatusText(Tone tone, String lead, String value, String tail) {
    public static final StatusText NONE = new StatusText(Tone.NEUTRAL, "", "", "");

    public boolean isEmpty() {
        return lead.isEmpty() && value.isEmpty();
    }
}
