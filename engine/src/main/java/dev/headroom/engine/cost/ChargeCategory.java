package dev.headroom.engine.cost;

/// What kind of charge a row is, in the terms of FOCUS 1.0 (column ChargeCategory).
public enum ChargeCategory {
    USAGE("Usage"),
    PURCHASE("Purchase"),
    TAX("Tax"),
    CREDIT("Credit"),
    ADJUSTMENT("Adjustment");

    private final String focusName;

    ChargeCategory(String focusName) {
        this.focusName = focusName;
    }

    public String focusName() {
        return focusName;
    }

    /// The category of a name as FOCUS writes it.
    public static ChargeCategory ofFocusName(String name) {
        for (ChargeCategory category : values()) {
            if (category.focusName.equals(name)) {
                return category;
            }
        }
        throw new IllegalArgumentException("name (" + name + ") must be a charge category of FOCUS 1.0.");
    }
}
