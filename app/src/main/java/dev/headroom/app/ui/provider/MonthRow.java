package dev.headroom.app.ui.provider;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.MonthBeside;
import dev.headroom.app.usecase.Words;
import java.time.YearMonth;
import java.util.Optional;

/// How commitments stood in a month as two tell it, as a line of the table. Shares are in percent, NaN when not known.
///
/// @param account under which the account is shown that was asked
public record MonthRow(MonthBeside beside, String account) {
    public YearMonth month() {
        return beside.theirs().month();
    }

    /// Such as `October 2026`.
    public String monthWords(Formats formats) {
        return formats.month(month().atDay(1)) + " " + month().getYear();
    }

    /// Such as `Savings plans`.
    public String commitment() {
        String words = beside.theirs().commitment().replace('-', ' ');
        return Words.capital(words);
    }

    public double theirUse() {
        return number(beside.theirs().used());
    }

    public double theirCoverage() {
        return number(beside.theirs().covered());
    }

    public double ourUse() {
        return 100 * beside.used().orElse(Double.NaN);
    }

    public double ourCoverage() {
        return 100 * beside.covered().orElse(Double.NaN);
    }

    /// Against on-demand, as AWS tells it without a currency.
    public double saving() {
        return number(beside.theirs().saving());
    }

    /// Cost that was not covered, as AWS tells it without a currency.
    public double onDemand() {
        return number(beside.theirs().onDemand());
    }

    private static double number(Optional<? extends Number> number) {
        return number.map(Number::doubleValue).orElse(Double.NaN);
    }
}
