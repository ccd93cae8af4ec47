package dev.headroom.app.ui.provider;

import dev.headroom.app.usecase.SizeBeside.Agreement;

/// Which sizes are shown, by how the two stand to each other.
public enum SizeFilter {
    ALL("All"),
    AGREE("Agree"),
    DISAGREE("Disagree"),
    AWS_ONLY("AWS only"),
    OURS_ONLY("Headroom only");

    private final String label;

    SizeFilter(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    boolean takes(Agreement agreement) {
        return switch (this) {
            case ALL -> true;
            case AGREE -> agreement.isAgreement();
            case DISAGREE -> agreement.isCompared() && !agreement.isAgreement();
            case AWS_ONLY -> agreement == Agreement.AWS_ONLY;
            case OURS_ONLY -> agreement == Agreement.OURS_ONLY;
        };
    }
}
