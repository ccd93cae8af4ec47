package dev.headroom.app.fleet;

/// The regular part of a server's load.
///
/// @param week 168 weights by the hour since Monday midnight, local wall clock
/// @param quarterLift relative lift at the quarter end
/// @param monthLift relative lift at the month end
/// @param holidayFactor what remains of the load on a full holiday
/// @param yearAmplitude relative amplitude of the yearly season
/// @param yearPhase day of the year of its top
/// @param noise scale of all irregular movement; 1 is usual
record LoadProfile(
        double[] week,
        double quarterLift,
        double monthLift,
        double holidayFactor,
        double yearAmplitude,
        double yearPhase,
        double noise) {
    LoadProfile {
        if (week.length != 168) {
            throw new IllegalArgumentException("week (" + week.length + " weights) must have 168 weights.");
        }
        week = week.clone();
    }

    @Override
    public double[] week() {
        return week.clone();
    }
}
