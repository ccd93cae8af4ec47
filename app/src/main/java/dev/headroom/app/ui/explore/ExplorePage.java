package dev.headroom.app.ui.explore;

/// What the right side of the panel shows.
public enum ExplorePage {
    PROFILE("Profile"),
    CORRELATION("Correlation"),
    DISTRIBUTION("Distribution"),
    DECOMPOSITION("Decomposition"),
    ARCHETYPES("Archetypes"),
    PIVOT("Cost pivot");

    private final String label;

    ExplorePage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
