package dev.headroom.app.cli.fault;

import dev.headroom.charts.fault.ChartOfSeries;

/// Breaks the rule of the command line: it skips the use cases.
public final class DirectCommand {
    public ChartOfSeries chart() {
        return new ChartOfSeries();
    }
}
