package dev.headroom.app.ui.forecast;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.usecase.Hindsight;
import dev.headroom.app.usecase.SeriesForecast;
import dev.headroom.engine.quantity.MeasureUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Which day's knowledge the forecast uses: the last observation, or an earlier day to see how a past forecast did.
public final class PastView {
    /// The history that a past forecast is left with at least.
    static final int LEAST_KNOWN_DAYS = 56;

    private final Formats formats;
    private final ReadOnlyObjectWrapper<Optional<LocalDate>> day = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Range>> range = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper("");

    PastView(Formats formats) {
        this.formats = formats;
    }

    /// The days that can be chosen.
    ///
    /// @param last the day of the last observation
    public record Range(LocalDate first, LocalDate last) {
        /// How many days lie between the first and the last one.
        public int days() {
            return Math.toIntExact(ChronoUnit.DAYS.between(first, last));
        }
    }

    /// The chosen past day; empty for the last observation.
    public ReadOnlyObjectProperty<Optional<LocalDate>> dayProperty() {
        return day.getReadOnlyProperty();
    }

    /// Empty until a forecast is there.
    public ReadOnlyObjectProperty<Optional<Range>> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// How the shown past forecast did, in words.
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// Such as `3 Aug 2026`.
    public String words(LocalDate date) {
        return formats.dayYear(date);
    }

    /// Goes to a day; the last one means the last observation.
    public void choose(LocalDate wanted) {
        range.get().ifPresent(known -> {
            LocalDate held = wanted.isBefore(known.first()) ? known.first() : wanted;
            day.set(held.isBefore(known.last()) ? Optional.of(held) : Optional.empty());
        });
    }

    /// Returns to the last observation.
    public void latest() {
        day.set(Optional.empty());
    }

    /// Returns to the last observation because another series is shown.
    void leave() {
        range.set(Optional.empty());
        verdict.set("");
        latest();
    }

    /// The instant up to which observations count.
    Optional<Instant> asOf() {
        return day.get().map(date -> date.atStartOfDay(formats.zone()).toInstant());
    }

    void show(SeriesForecast forecast) {
        LocalDate first = date(forecast.history().grid().at(LEAST_KNOWN_DAYS - 1L));
        LocalDate last = date(forecast.latest());
        range.set(first.isBefore(last) ? Optional.of(new Range(first, last)) : Optional.empty());
        verdict.set(forecast.hindsight()
                .map(hindsight -> verdict(hindsight, forecast.forecast().steps(), forecast.unit()))
                .orElse(""));
    }

    private LocalDate date(Instant instant) {
        return instant.atZone(formats.zone()).toLocalDate();
    }

    private String verdict(Hindsight hindsight, int steps, MeasureUnit unit) {
        if (hindsight.observed() == 0) {
            return "Nothing was observed after this day.";
        }
        String whole = hindsight.observed() < steps ? " so far" : "";
        return "%s of %s days%s inside the 80\u00a0%% band, MAE %s"
                .formatted(
                        formats.count(hindsight.inside80()),
                        formats.count(hindsight.observed()),
                        whole,
                        Points.of(hindsight.mae(), unit, formats));
    }
}
