package dev.headroom.charts.layer;

import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.Color;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The last thirteen days of each quarter as sunken columns, named at the bottom.
public record QuarterEndLayer(ZoneId zone) implements PlotLayer {
    private static final int DAYS = 13;
    private static final double SHADING = 0.55;
    private static final int MOST_QUARTERS = 80;

    @Override
    public void paint(PlotFrame frame) {
        Color shade = frame.theme().mix(ThemeColor.SUNKEN, SHADING, ThemeColor.SURFACE);
        Pen.Letter letter = frame.label(FontFace.REGULAR, ThemeColor.SUBTLE);
        double quarterWidth = 91 * 86_400.0 / (frame.to() - frame.from()) * (frame.right() - frame.left());
        boolean named = quarterWidth > letter.width("Q4 end") + 12;
        LocalDate first = date(frame.from());
        LocalDate quarterStart =
                first.withMonth((first.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
        for (int i = 0; i < MOST_QUARTERS; i++) {
            LocalDate end = quarterStart.plusMonths(3L * (i + 1));
            double from = Math.max(frame.from(), second(end.minusDays(DAYS)));
            double to = Math.min(frame.to(), second(end));
            if (second(end.minusDays(DAYS)) > frame.to()) {
                break;
            }
            if (to > from) {
                double left = frame.px(from);
                double right = frame.px(to);
                frame.pen().box(left, frame.top(), right, frame.bottom(), shade);
                String name = "Q" + ((end.minusDays(1).getMonthValue() + 2) / 3) + " end";
                double half = letter.width(name) / 2;
                double centre = (left + right) / 2;
                if (named && centre - half > frame.left() && centre + half < frame.right()) {
                    frame.pen().text(name, centre, frame.bottom() - frame.mark(7), Pen.Align.CENTRE, letter);
                }
            }
        }
    }

    @Override
    public Depth depth() {
        return Depth.GROUND;
    }

    private LocalDate date(double position) {
        return Instant.ofEpochSecond((long) position).atZone(zone).toLocalDate();
    }

    private double second(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }
}
