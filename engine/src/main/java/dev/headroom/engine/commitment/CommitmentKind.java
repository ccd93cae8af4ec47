package dev.headroom.engine.commitment;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A kind of commitment: what it is called and which usage it may pay for.
public enum CommitmentKind {
    /// Pays for compute of any family in any region.
    COMPUTE_SAVINGS_PLAN("compute-sp", "compute savings plan", false),
    /// Pays for one instance family in one region, of any size.
    INSTANCE_SAVINGS_PLAN("instance-sp", "instance savings plan", true),
    /// Pays for one instance family in one region; sizes count by their normalisation factor.
    STANDARD_RESERVATION("reservation", "standard reservation", true);

    private final String code;
    private final String words;
    private final boolean boundToFamily;

    CommitmentKind(String code, String words, boolean boundToFamily) {
        this.code = code;
        this.words = words;
        this.boundToFamily = boundToFamily;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    public boolean boundToFamily() {
        return boundToFamily;
    }

    /// The kind of a code as files and options write it.
    public static CommitmentKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kind (" + code + ") must be one of "
                        + Arrays.stream(values()).map(CommitmentKind::code).collect(Collectors.joining(", ")) + "."));
    }
}
