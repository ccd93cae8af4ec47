package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.engine.quantity.MeasureUnit;

/// Values and differences of a series with their unit; a difference of percentages is counted in points.
final class Points {
    private Points() {}

    static String value(double value, MeasureUnit unit, Formats formats) {
        return unit == MeasureUnit.PERCENT ? formats.percent(value, 1) : withUnit(formats.number(value, 1), unit);
    }

    /// A size of a difference, such as `2.1 points`.
    static String of(double size, MeasureUnit unit, Formats formats) {
        String number = formats.number(size, 1);
        return unit == MeasureUnit.PERCENT ? number + "\u00a0points" : withUnit(number, unit);
    }

    /// A difference with its sign, such as `+7.9 pp`; one that rounds to 0 has none.
    static String signed(double difference, MeasureUnit unit, Formats formats) {
        boolean zero = Math.abs(difference) < 0.05;
        String number = formats.number(zero ? 0.0 : difference, 1);
        String figure = zero || difference < 0 ? number : "+" + number;
        return unit == MeasureUnit.PERCENT ? figure + "\u00a0pp" : withUnit(figure, unit);
    }

    private static String withUnit(String number, MeasureUnit unit) {
        return unit.symbol().isEmpty() ? number : number + "\u00a0" + unit.symbol();
    }
}
