package dev.headroom.engine.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/// The discount that a kind of commitment gives off the on-demand price. It is data with an age and a source,
/// an assumption unless the customer states it.
///
/// @param provider as the bills name it, in any case
/// @param region where the rate holds; empty for everywhere
/// @param family the instance family that the rate is for; empty for all
/// @param discountPercent above 0 and below 100
/// @param asOf the day on which the rate was valid
/// @param source where it comes from, in words
public record CommitmentRate(
        String provider,
        CommitmentKind kind,
        String region,
        String family,
        CommitmentTerm term,
        Payment payment,
        BigDecimal discountPercent,
        LocalDate asOf,
        String source) {
    public CommitmentRate {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(payment, "payment");
        Objects.requireNonNull(asOf, "asOf");
        double percent = discountPercent.doubleValue();
        if (!(percent > 0 && percent < 100)) {
            throw new IllegalArgumentException(
                    "discount_percent (" + discountPercent.toPlainString() + ") must lie above 0 and below 100.");
        }
    }

    /// A rate that holds in every region.
    public CommitmentRate(
            String provider,
            CommitmentKind kind,
            String family,
            CommitmentTerm term,
            Payment payment,
            BigDecimal discountPercent,
            LocalDate asOf,
            String source) {
        this(provider, kind, "", family, term, payment, discountPercent, asOf, source);
    }

    /// The same for one region only.
    public CommitmentRate in(String only) {
        return new CommitmentRate(provider, kind, only, family, term, payment, discountPercent, asOf, source);
    }

    /// The discount as a share, 0..1.
    public double discount() {
        return discountPercent.doubleValue() / 100;
    }

    /// The smallest share of use at which the commitment does not lose money.
    public double breakEvenUtilization() {
        return 1 - discount();
    }

    /// True when it may pay for the usage of a pool.
    public boolean fits(UsagePool pool) {
        return ProviderNames.same(provider, pool.provider())
                && kind.boundToFamily() != pool.isWhole()
                && (region.isEmpty() || region.equals(pool.region()))
                && (family.isEmpty() || family.equals(pool.family()));
    }

    /// True when it is about the same commitment as another rate, and more closely about the usage.
    boolean replaces(CommitmentRate other) {
        return kind == other.kind && term == other.term && payment == other.payment && closeness() > other.closeness();
    }

    private int closeness() {
        return (family.isEmpty() ? 0 : 2) + (region.isEmpty() ? 0 : 1);
    }

    /// Where the rate comes from, with the region where it holds in one only.
    public String sourceWords() {
        return region.isEmpty() ? source : source + " " + region;
    }

    /// Such as `compute savings plan, 1 year, no upfront`.
    public String words() {
        return kind.words() + ", " + term.words() + ", " + payment.words();
    }
}
