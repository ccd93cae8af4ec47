package dev.headroom.engine.commitment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/// How long a commitment runs.
public enum CommitmentTerm {
    ONE_YEAR("1y", 1, "1 year"),
    THREE_YEARS("3y", 3, "3 years");

    private static final int DAYS_A_YEAR = 365;
    private final String code;
    private final int years;
    private final String words;

    CommitmentTerm(String code, int years, String words) {
        this.code = code;
        this.years = years;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public String words() {
        return words;
    }

    /// The term in days, as providers count it: 8,760 hours a year.
    public int days() {
        return years * DAYS_A_YEAR;
    }

    /// The day after the last one of a commitment that begins on a day.
    public LocalDate endOf(LocalDate start) {
        return start.plusYears(years);
    }

    public static CommitmentTerm of(String code) {
        return Arrays.stream(values())
                .filter(term -> term.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("term (" + code + ") must be one of "
                        + Arrays.stream(values()).map(CommitmentTerm::code).collect(Collectors.joining(", ")) + "."));
    }
}
