package dev.headroom.engine.commitment;

import java.util.Arrays;
import java.util.stream.Collectors;

/// How much of a commitment is paid when it is bought; the rest is paid by the hour.
public enum Payment {
    NO_UPFRONT("none", "no upfront", 0),
    PARTIAL_UPFRONT("partial", "partial upfront", 0.5),
    ALL_UPFRONT("all", "all upfront", 1);

    private final String code;
    private final String words;
    private final double upfrontShare;

    Payment(String code, String words, double upfrontShare) {
        this.code = code;
        this.words = words;
        this.upfrontShare = upfrontShare;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    /// 0..1 of the whole cost.
    public double upfrontShare() {
        return upfrontShare;
    }

    public static Payment of(String code) {
        return Arrays.stream(values())
                .filter(payment -> payment.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("payment (" + code + ") must be one of "
                        + Arrays.stream(values()).map(Payment::code).collect(Collectors.joining(", ")) + "."));
    }
}
