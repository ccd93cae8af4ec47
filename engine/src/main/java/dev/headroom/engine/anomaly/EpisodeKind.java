package dev.headroom.engine.anomaly;

import java.util.Locale;

/// What an episode looks like. It is decided when later rows are there, and only for display: an alert never waits for
/// it, and says spike or dip at first.
public enum EpisodeKind {
    SPIKE,
    DIP,
    /// The values stay outside what was usual.
    LEVEL_SHIFT,
    /// A slow change that no single row shows.
    TREND_CHANGE,
    /// The values scatter much more than before.
    VARIANCE,
    /// The same value for much longer than ever before.
    STUCK,
    /// No values for much longer than ever before.
    MISSING,
    /// A course that is new although its values are not.
    PATTERN;

    /// Such as `level shift`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
