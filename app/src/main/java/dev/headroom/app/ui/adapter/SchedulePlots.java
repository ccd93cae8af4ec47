package dev.headroom.app.ui.adapter;

import dev.headroom.charts.axis.ValueAxis;
import dev.headroom.charts.axis.ValueFormat;
import dev.headroom.charts.layer.CellLayer;
import dev.headroom.charts.layer.OutlineLayer;
import dev.headroom.charts.plot.Plot;
import dev.headroom.engine.schedule.WeekUse;
import dev.headroom.engine.schedule.WeeklySchedule;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The week of a server as a chart.
public final class SchedulePlots {
    private static final int HOURS = 24;
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList();

    private SchedulePlots() {}

    /// Weekdays down, hours across: in how many of the weeks each hour was used, with a line around the hours off.
    public static Plot week(WeekUse use, WeeklySchedule schedule) {
        double[][] percent = new double[DAYS.size()][HOURS];
        boolean[][] off = new boolean[DAYS.size()][HOURS];
        double[] shares = use.shares();
        boolean[] planned = schedule.off();
        for (int i = 0; i < shares.length; i++) {
            percent[i / HOURS][i % HOURS] = 100 * shares[i];
            off[i / HOURS][i % HOURS] = planned[i];
        }
        List<String> names = IntStream.range(0, HOURS)
                .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour))
                .toList();
        return Plot.builder(
                        ValueAxis.fixed(ValueFormat.names(names), -0.5, HOURS - 0.5, 3),
                        ValueAxis.fixed(ValueFormat.names(DAYS.reversed()), -0.5, DAYS.size() - 0.5, 1))
                .add(new CellLayer(DAYS, percent, ValueFormat.percent()))
                .add(new OutlineLayer(off))
                .legend(Plot.Legend.NONE)
                .build();
    }
}
