package dev.headroom.app.usecase;

import dev.headroom.engine.commitment.CommitmentHistory;
import dev.headroom.engine.commitment.CoverageDay;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// How commitments stood in a month as AWS tells it, beside what the bills say. AWS counts savings plans and
/// reservations apart, the bills tell both together.
///
/// @param used the used share of what was bought, 0..1; empty when the bills do not hold the whole month
/// @param covered the covered share of what can be covered, 0..1; empty likewise
public record MonthBeside(CommitmentMonth theirs, OptionalDouble used, OptionalDouble covered) {
    /// The last month first.
    public static List<MonthBeside> of(List<CommitmentMonth> said, Optional<CommitmentReport> report) {
        Optional<CommitmentHistory> history = report.map(CommitmentReport::history);
        return said.stream()
                .sorted(Comparator.comparing(CommitmentMonth::month).reversed())
                .map(theirs -> {
                    List<CoverageDay> days =
                            history.map(known -> days(known, theirs.month())).orElse(List.of());
                    Optional<BigDecimal> used = sum(days, CoverageDay::used);
                    return new MonthBeside(
                            theirs,
                            share(
                                    used,
                                    used.flatMap(amount ->
                                            sum(days, CoverageDay::unused).map(amount::add))),
                            share(sum(days, CoverageDay::covered), sum(days, CoverageDay::eligible)));
                })
                .toList();
    }

    /// The days of a month that the bills hold as a whole, in the currency with the most usage.
    private static List<CoverageDay> days(CommitmentHistory history, YearMonth month) {
        if (history.first().isAfter(month.atDay(1)) || history.last().isBefore(month.atEndOfMonth())) {
            return List.of();
        }
        return history.coverage().entrySet().stream()
                .filter(entry -> AwsAdvice.isAws(entry.getKey().provider()))
                .map(entry -> entry.getValue().stream()
                        .filter(day -> YearMonth.from(day.day()).equals(month))
                        .toList())
                .max(Comparator.comparing(
                        days -> sum(days, CoverageDay::eligible).orElse(BigDecimal.ZERO)))
                .orElse(List.of());
    }

    /// Empty when a day is not known.
    private static Optional<BigDecimal> sum(List<CoverageDay> days, Function<CoverageDay, Optional<BigDecimal>> what) {
        return days.isEmpty() || days.stream().anyMatch(day -> what.apply(day).isEmpty())
                ? Optional.empty()
                : Optional.of(days.stream()
                        .flatMap(day -> what.apply(day).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static OptionalDouble share(Optional<BigDecimal> part, Optional<BigDecimal> whole) {
        return part.isEmpty() || whole.isEmpty() || whole.get().signum() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(part.get().doubleValue() / whole.get().doubleValue());
    }
}
