package dev.headroom.engine.reconcile;

/// A map from the forecasts of all nodes at one step to forecasts that add up, linear in the values it is
/// given.
interface StepMap {
    /// @param values one a node; overwritten
    /// @param step from 0
    void apply(double[] values, int step);
}
