package dev.headroom.app.ui.overview;

/// What the tile of the month's cost can say.
public sealed interface CostFace {
    record Known(CostTile tile) implements CostFace {}

    /// There are charges, but none states the chosen cost.
    record Missing(String title, String words) implements CostFace {}

    /// The scope holds no charge.
    record OutOfScope(String words) implements CostFace {}

    record NoBills() implements CostFace {}
}
