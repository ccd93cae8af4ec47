package dev.headroom.engine.model.ensemble;

import java.util.List;

/// Who takes part in a combination with which weight, and on what evidence.
///
/// @param season the short season in steps; 1 when none was told
/// @param longSeason the long season in steps; 0 when there is none or too little of it
/// @param seasonFound true when the test found the season
/// @param origins how many inner origins the components were tried at; 0 leaves equal weights
/// @param trialSteps how many steps each trial reached
/// @param shares the components, largest weight first; the weights sum to 1
public record Combination(
        FrequencyClass frequency,
        int season,
        int longSeason,
        boolean seasonFound,
        int origins,
        int trialSteps,
        List<ComponentShare> shares) {
    public Combination {
        shares = List.copyOf(shares);
    }
}
