package dev.headroom.charts.layer;

import dev.headroom.charts.data.LineData;
import java.util.OptionalDouble;

/// A layer along a line: the crosshair snaps to the points of its data.
interface LineShaped extends PlotLayer {
    LineData data();

    @Override
    default OptionalDouble nearest(double x) {
        int index = data().nearest(x);
        return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(data().x(index));
    }

    @Override
    default OptionalDouble after(double x) {
        int index = data().firstAtOrAfter(Math.nextUp(x));
        return index < data().size() ? OptionalDouble.of(data().x(index)) : OptionalDouble.empty();
    }

    @Override
    default OptionalDouble before(double x) {
        int index = data().firstAtOrAfter(x) - 1;
        return index >= 0 ? OptionalDouble.of(data().x(index)) : OptionalDouble.empty();
    }
}
