package dev.headroom.engine.anomaly;

/// Makes one novelty of what the voices say of a row.
interface VoiceMix {
    /// What each voice says of a row: its surprise as −log10 of a probability, 0 or more.
    ///
    /// @param shortly of the shape of the last rows
    /// @param longer of the shape of the last hours
    /// @param daily of the shape of the last day
    /// @param residual of the size of the residual
    /// @param forest of what the residuals do
    /// @param jump of the residual and the change together
    record Said(double shortly, double longer, double daily, double residual, double forest, double jump) {}

    /// The mix of the product. The geometric mean of the two shorter shapes, so that one scale alone cannot
    /// outvote the other, with a part of the residual that grows with the time a row covers: at minutes a
    /// single residual is noise, at an hour it is an aggregate. A day, the forest and a jump are heard alone,
    /// at less weight.
    VoiceMix STANDARD = (said, hours) -> {
        double weight = 0.2 * Math.min(1, hours);
        double shapes = Math.sqrt(said.shortly() * said.longer());
        double alone = Math.max(0.5 * Math.max(said.daily(), said.forest()), 0.35 * said.jump());
        return Math.max((1 - weight) * shapes + weight * said.residual(), alone);
    };

    /// @param hours between two rows
    double novelty(Said said, double hours);
}
