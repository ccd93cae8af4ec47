package dev.headroom.app.ui.scenarios;

import dev.headroom.app.ui.part.Tone;

/// A line of a difference table.
///
/// @param tone whether the difference is good or bad
/// @param other the same figure of the scenario that stands beside; empty when there is none
/// @param total true for the line that sums up
public record DifferenceRow(
        String name, String baseline, String scenario, String difference, Tone tone, String other, boolean total) {
    DifferenceRow(String name, String baseline, String scenario, String difference, Tone tone, String other) {
        this(name, baseline, scenario, difference, tone, other, false);
    }
}
