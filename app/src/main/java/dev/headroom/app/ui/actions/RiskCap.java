package dev.headroom.app.ui.actions;

import dev.headroom.engine.plan.PlanLimits;

/// The largest risk of an action in the set.
public enum RiskCap {
    LOW("Low", 1),
    MEDIUM("Medium", 2),
    HIGH("High", 4);

    private final String label;
    private final int grade;

    RiskCap(String label, int grade) {
        this.label = label;
        this.grade = grade;
    }

    public String label() {
        return label;
    }

    int grade() {
        return grade;
    }

    static RiskCap of(PlanLimits limits) {
        int grade = limits.riskGrade().orElse(HIGH.grade);
        return grade <= LOW.grade ? LOW : grade <= MEDIUM.grade ? MEDIUM : HIGH;
    }
}
