package dev.headroom.app.report;

import dev.headroom.app.usecase.CostSplit;
import java.math.BigDecimal;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/// The cost of the month by account as a table whose columns add up.
final class CostTable {
    private CostTable() {}

    static String html(CostSplit split) {
        String month = split.month().getMonth().getDisplayName(TextStyle.FULL, Locale.US) + " "
                + split.month().getYear();
        return """
                <h2>Cost of %s by %s</h2>
                <p>%s</p>
                %s
                """.formatted(
                HtmlReport.escaped(month),
                HtmlReport.escaped(split.dimension().heading().toLowerCase(Locale.ROOT)),
                HtmlReport.escaped("Effective cost without tax, credits and adjustments, in "
                        + split.outlook().currency()
                        + ". Parts and total were forecast and made to add up (minimum trace); ranges hold with"
                        + " 80\u00a0% probability and do not add up. The chart above forecasts the total on its"
                        + " own."),
                HtmlReport.table(
                        split.dimension().heading() + "|Billed so far|Still to come|Expected|From|To",
                        split.parts().stream().map(CostTable::row).collect(Collectors.joining()) + row(split.total())));
    }

    private static String row(CostSplit.Part part) {
        return HtmlReport.row(
                HtmlReport.text(part.name()),
                money(part.known()),
                money(part.open()),
                money(part.expected()),
                money(part.low80()),
                money(part.high80()));
    }

    private static String money(BigDecimal amount) {
        return HtmlReport.number(String.format(Locale.US, "%,.2f", amount));
    }
}
