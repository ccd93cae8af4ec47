package dev.headroom.app.ui.actions;

import dev.headroom.engine.plan.Freeze;
import dev.headroom.engine.plan.PlanLimits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The limits of the set as a person writes them; an empty field does not bind.
public final class LimitsForm {
    private final StringProperty effort = new SimpleStringProperty("");
    private final StringProperty restarts = new SimpleStringProperty("");
    private final StringProperty breaches = new SimpleStringProperty("");
    private final StringProperty upfront = new SimpleStringProperty("");
    private final ObjectProperty<RiskCap> risk = new SimpleObjectProperty<>(RiskCap.MEDIUM);
    private final ObservableList<Freeze> freezes = FXCollections.observableArrayList();
    private final ObservableList<Freeze> freezesView = FXCollections.unmodifiableObservableList(freezes);
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    LimitsForm(PlanLimits limits) {
        show(limits);
        for (StringProperty field : List.of(effort, restarts, breaches, upfront)) {
            field.addListener((source, before, now) -> check());
        }
        risk.addListener((source, before, now) -> check());
        freezes.addListener((ListChangeListener<Freeze>) change -> check());
    }

    /// Writes limits into the fields.
    void show(PlanLimits limits) {
        effort.set(limits.effort().isPresent() ? String.valueOf(limits.effort().getAsInt()) : "");
        restarts.set(
                limits.restarts().isPresent() ? String.valueOf(limits.restarts().getAsInt()) : "");
        breaches.set(
                limits.breaches().isPresent() ? String.valueOf(limits.breaches().getAsDouble()) : "");
        upfront.set(limits.upfront().map(BigDecimal::toPlainString).orElse(""));
        risk.set(RiskCap.of(limits));
        freezes.setAll(limits.freezes());
    }

    /// Points of all actions together.
    public StringProperty effortProperty() {
        return effort;
    }

    /// Restarts of all actions together.
    public StringProperty restartsProperty() {
        return restarts;
    }

    /// Months with a day above a ceiling that all actions together may bring in a year.
    public StringProperty breachesProperty() {
        return breaches;
    }

    /// What may be paid when a commitment is bought.
    public StringProperty upfrontProperty() {
        return upfront;
    }

    public ObjectProperty<RiskCap> riskProperty() {
        return risk;
    }

    /// Days without restarts, in their order.
    public ObservableList<Freeze> freezes() {
        return freezesView;
    }

    /// Adds days without restarts.
    ///
    /// @param last the last of them
    public void freeze(LocalDate first, LocalDate last) {
        if (!last.isBefore(first)) {
            List<Freeze> all = new ArrayList<>(freezes);
            all.add(new Freeze(first, last.plusDays(1)));
            all.sort(Comparator.comparing(Freeze::from));
            freezes.setAll(all);
        }
    }

    public void thaw(Freeze freeze) {
        freezes.remove(freeze);
    }

    /// What is wrong with a field, in one sentence; empty when nothing is.
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    private void check() {
        try {
            limits();
            problem.set(Optional.empty());
        } catch (IllegalArgumentException wrong) {
            problem.set(Optional.ofNullable(wrong.getMessage()));
        }
    }

    /// The limits that the fields say.
    ///
    /// @throws IllegalArgumentException when a field cannot be read
    PlanLimits limits() {
        return new PlanLimits(
                whole("Effort", effort.get()),
                whole("Restarts", restarts.get()),
                number("Months above a ceiling", breaches.get())
                        .map(value -> OptionalDouble.of(value.doubleValue()))
                        .orElse(OptionalDouble.empty()),
                OptionalInt.of(risk.get().grade()),
                number("Upfront", upfront.get()),
                freezes);
    }

    private static OptionalInt whole(String name, String text) {
        Optional<BigDecimal> number = number(name, text);
        try {
            return number.map(value -> OptionalInt.of(value.intValueExact())).orElse(OptionalInt.empty());
        } catch (ArithmeticException notWhole) {
            throw new IllegalArgumentException(name + " (" + text + ") must be a whole number.", notWhole);
        }
    }

    private static Optional<BigDecimal> number(String name, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(text.strip().replace(",", ""));
            if (value.signum() < 0) {
                throw new IllegalArgumentException(name + " (" + text + ") must be 0 or more.");
            }
            return Optional.of(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " (" + text + ") must be a number, or empty.", notANumber);
        }
    }
}
