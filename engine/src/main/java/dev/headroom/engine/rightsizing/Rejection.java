package dev.headroom.engine.rightsizing;

import java.util.Objects;

/// An instance type that would have been cheaper than the choice, and what speaks against it.
///
/// @param words one sentence with numbers
public record Rejection(InstanceShape shape, Bottleneck bottleneck, String words) {
    public Rejection {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(bottleneck, "bottleneck");
    }

    /// What rules a type out.
    public enum Bottleneck {
        CPU("CPU"),
        MEMORY("memory"),
        DISK_IO("disk I/O"),
        NETWORK("network"),
        /// The average load uses up processor credits faster than they come.
        BURST_CREDITS("burst credits"),
        /// Its family is older than the present one, so its processors cannot be taken for equal.
        GENERATION("generation"),
        /// It fits, but at a higher risk than the policy takes.
        RISK("risk"),
        /// The price is unknown, in another currency, or saves too little.
        PRICE("price"),
        /// It fits, but costs too little less than the choice to be worth leaving the present family.
        FAMILY_CHANGE("family change");

        private final String words;

        Bottleneck(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
