package dev.headroom.engine.cost;

/// Which of the cost columns an analysis adds up.
public enum CostBasis {
    BILLED,
    EFFECTIVE,
    LIST,
    CONTRACTED
}
