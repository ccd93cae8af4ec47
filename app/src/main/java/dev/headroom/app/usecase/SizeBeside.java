package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.Money;
import dev.headroom.engine.rightsizing.InstanceShape;
import dev.headroom.engine.rightsizing.Recommendation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The size of a server as Headroom recommends it, beside what a service of AWS says.
///
/// @param server its id
/// @param ours empty when Headroom does not know the server
/// @param theirs empty when AWS says nothing about it
public record SizeBeside(String server, Optional<Recommendation> ours, Optional<SizeSaid> theirs) {
    private static final String UNDECIDED = "undecided";

    /// How the two stand to each other.
    public enum Agreement {
        /// Both say the same, or both change it to the same type.
        SAME("same", "Same"),
        /// Both find it too large, or both too small, and name another type each.
        SAME_DIRECTION("same-direction", "Same direction"),
        /// One would keep what the other would change.
        ONE_KEEPS("one-keeps", "One keeps it"),
        /// One finds it too large, the other too small.
        OPPOSITE("opposite", "Opposite"),
        /// Headroom does not know the server, or cannot decide.
        AWS_ONLY("aws-only", "AWS only"),
        /// AWS does not speak about the server, or does not decide.
        OURS_ONLY("ours-only", "Headroom only"),
        /// Neither decides.
        OPEN("open", "Undecided");

        private final String code;
        private final String words;

        Agreement(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /// In tables.
        public String code() {
            return code;
        }

        public String words() {
            return words;
        }

        /// Whether both say something that can be compared.
        public boolean isCompared() {
            return switch (this) {
                case SAME, SAME_DIRECTION, ONE_KEEPS, OPPOSITE -> true;
                case AWS_ONLY, OURS_ONLY, OPEN -> false;
            };
        }

        public boolean isAgreement() {
            return this == SAME || this == SAME_DIRECTION;
        }
    }

    private enum Direction {
        SMALLER,
        LARGER
    }

    /// What is said by both, and what each says alone: the servers that AWS has looked at, and those of AWS that
    /// Headroom would change and AWS does not speak about. Those with the largest saving of either come first.
    public static List<SizeBeside> of(List<SizeSaid> said, List<Recommendation> recommendations) {
        Map<String, Recommendation> byServer = new HashMap<>();
        recommendations.forEach(one -> byServer.put(one.server().id(), one));
        Set<String> spokenOf = new HashSet<>();
        List<SizeBeside> sizes = new ArrayList<>();
        for (SizeSaid theirs : said) {
            spokenOf.add(theirs.server());
            sizes.add(new SizeBeside(
                    theirs.server(), Optional.ofNullable(byServer.get(theirs.server())), Optional.of(theirs)));
        }
        recommendations.stream()
                .filter(one -> one.saving().isPresent()
                        && !spokenOf.contains(one.server().id())
                        && isAws(one.server().provider()))
                .forEach(one -> sizes.add(new SizeBeside(one.server().id(), Optional.of(one), Optional.empty())));
        sizes.sort(Comparator.comparingDouble(SizeBeside::largest)
                .reversed()
                .thenComparing(SizeBeside::server)
                .thenComparing(SizeBeside::source));
        return sizes;
    }

    private static boolean isAws(String provider) {
        return provider.isBlank() || AwsAdvice.isAws(provider);
    }

    /// Each server once: as Compute Optimizer sees it where two services speak about it.
    public static List<SizeBeside> once(List<SizeBeside> sizes) {
        Map<String, SizeBeside> byServer = new HashMap<>();
        sizes.forEach(size -> byServer.merge(
                size.server(), size, (one, other) -> one.source().compareTo(other.source()) <= 0 ? one : other));
        return sizes.stream()
                .filter(size -> size.equals(byServer.get(size.server())))
                .toList();
    }

    private double largest() {
        return Math.max(amount(ourSaving()), amount(theirSaving()));
    }

    private static double amount(Optional<Money> money) {
        return money.map(known -> known.amount().doubleValue()).orElse(0.0);
    }

    /// Such as `compute-optimizer`; empty when AWS says nothing.
    public String source() {
        return theirs.map(said -> said.source().code()).orElse("");
    }

    /// The present type; empty when nobody knows it.
    public String type() {
        return theirs.map(SizeSaid::type)
                .or(() -> ours.flatMap(Recommendation::from).map(InstanceShape::instanceType))
                .orElse("");
    }

    public Optional<String> ourType() {
        return ours.flatMap(Recommendation::to).map(InstanceShape::instanceType);
    }

    /// A month, by list prices, before commitments.
    public Optional<Money> ourSaving() {
        return ours.flatMap(Recommendation::monthlySavingGross);
    }

    /// A month, by the prices of AWS.
    public Optional<Money> theirSaving() {
        return theirs.flatMap(SizeSaid::money);
    }

    public Agreement agreement() {
        String mine = ours.map(Recommendation::action).orElse(UNDECIDED);
        String other = theirs.map(SizeSaid::action).orElse(UNDECIDED);
        if (mine.equals(UNDECIDED)) {
            return other.equals(UNDECIDED) ? Agreement.OPEN : Agreement.AWS_ONLY;
        }
        if (other.equals(UNDECIDED)) {
            return Agreement.OURS_ONLY;
        }
        if (mine.equals(other) && ourType().equals(theirs.flatMap(SizeSaid::to))) {
            return Agreement.SAME;
        }
        if (mine.equals("keep") || other.equals("keep")) {
            return mine.equals(other) ? Agreement.SAME : Agreement.ONE_KEEPS;
        }
        return ourDirection() == theirDirection() ? Agreement.SAME_DIRECTION : Agreement.OPPOSITE;
    }

    private Direction ourDirection() {
        return ours.orElseThrow() instanceof Recommendation.Resize resize && resize.relievesShortage()
                ? Direction.LARGER
                : Direction.SMALLER;
    }

    private Direction theirDirection() {
        return theirs.orElseThrow().isTooSmall() ? Direction.LARGER : Direction.SMALLER;
    }
}
