package dev.headroom.charts.layer;

import dev.headroom.charts.axis.TimeAxis;
import dev.headroom.charts.data.EventData;
import dev.headroom.charts.theme.FontFace;
import dev.headroom.charts.theme.PlotSizes;
import dev.headroom.charts.theme.ThemeColor;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Events as flags above the plot with a dotted line down; names that would touch merge to "3 events".
public record EventLayer(List<EventData> events) implements PlotLayer {
    private static final double LEAST_ROOM = 8;

    public EventLayer {
        events = events.stream()
                .sorted(Comparator.comparingDouble(EventData::epochSecond))
                .toList();
    }

    /// Several events under one flag, at the first of them.
    private record Group(List<EventData> members) {
        double position() {
            return members.getFirst().epochSecond();
        }

        String text(TimeAxis axis) {
            EventData first = members.getFirst();
            return members.size() == 1
                    ? first.label() + ", " + axis.dayAndMonth(first.epochSecond())
                    : members.size() + " events";
        }

        Group with(Group next) {
            List<EventData> all = new ArrayList<>(members);
            all.addAll(next.members);
            return new Group(all);
        }
    }

    @Override
    public void paint(PlotFrame frame) {
        Pen.Letter letter = frame.label(FontFace.REGULAR, ThemeColor.MUTED);
        double flag = frame.mark(9);
        double textGap = frame.mark(4);
        double middle = frame.top() - frame.mark(26);
        for (Group group : groups(frame, letter, flag + textGap)) {
            for (EventData event : group.members()) {
                double x = frame.pen().crisp(frame.px(event.epochSecond()), 1);
                frame.pen()
                        .stroke(
                                new Line2D.Double(x, middle + flag / 2, x, frame.bottom()),
                                frame.color(ThemeColor.CONTROL),
                                Pen.dashed(1, 1, frame.mark(2)));
            }
            double x = frame.pen().crisp(frame.px(group.position()), 1);
            frame.pen().fill(flag(x - 0.5, middle - flag / 2, flag), frame.color(ThemeColor.MUTED));
            String text = group.text(frame.timeAxis());
            double width = letter.width(text);
            if (x + flag + textGap + width <= frame.right() + frame.mark(8)) {
                frame.pen().middle(text, x + flag + textGap, middle, Pen.Align.LEFT, letter);
            } else {
                frame.pen().middle(text, x - textGap, middle, Pen.Align.RIGHT, letter);
            }
        }
    }

    /// Merges from the left until no name reaches within eight pixels of the next flag.
    private List<Group> groups(PlotFrame frame, Pen.Letter letter, double offset) {
        List<Group> groups = new ArrayList<>();
        for (EventData event : events) {
            if (event.epochSecond() >= frame.from() && event.epochSecond() <= frame.to()) {
                groups.add(new Group(List.of(event)));
            }
        }
        int i = 0;
        while (i + 1 < groups.size()) {
            Group group = groups.get(i);
            double end = frame.px(group.position()) + offset + letter.width(group.text(frame.timeAxis()));
            if (end + LEAST_ROOM > frame.px(groups.get(i + 1).position())) {
                groups.set(i, group.with(groups.remove(i + 1)));
                i = Math.max(0, i - 1);
            } else {
                i++;
            }
        }
        return groups;
    }

    private static Path2D flag(double x, double y, double size) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(x + size, y);
        path.lineTo(x + size * 0.72, y + size * 0.45);
        path.lineTo(x + size, y + size * 0.9);
        path.lineTo(x, y + size * 0.9);
        path.closePath();
        return path;
    }

    @Override
    public Depth depth() {
        return Depth.NOTE;
    }

    @Override
    public double topRoom(PlotSizes sizes) {
        return events.isEmpty() ? 0 : 36 * sizes.markScale();
    }
}
