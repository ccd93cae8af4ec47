package dev.headroom.app.ui.aws;

import dev.headroom.app.usecase.PullAws;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a person says about a pull, as it stands in the fields.
public final class AwsForm {
    private final ObjectProperty<Optional<String>> profile = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty regions = new SimpleStringProperty("");
    private final StringProperty accounts = new SimpleStringProperty("");
    private final StringProperty role = new SimpleStringProperty("");
    private final StringProperty externalId = new SimpleStringProperty("");
    private final StringProperty bills = new SimpleStringProperty("");
    private final StringProperty since = new SimpleStringProperty("");
    private final StringProperty maxCost = new SimpleStringProperty(PullAws.USUAL_MOST_COST.toPlainString());
    private final Map<PullAws.What, BooleanProperty> what = new EnumMap<>(PullAws.What.class);

    AwsForm() {
        for (PullAws.What one : PullAws.What.values()) {
            boolean usual = PullAws.What.usual(PullAws.BillSources.none()).contains(one);
            what.put(one, new SimpleBooleanProperty(usual));
        }
        bills.addListener(
                (source, before, now) -> whatProperty(PullAws.What.COST).set(!now.isBlank()));
    }

    /// Empty for the default chain.
    public ObjectProperty<Optional<String>> profileProperty() {
        return profile;
    }

    public StringProperty regionsProperty() {
        return regions;
    }

    public StringProperty accountsProperty() {
        return accounts;
    }

    public StringProperty roleProperty() {
        return role;
    }

    public StringProperty externalIdProperty() {
        return externalId;
    }

    /// Exports in S3 (`s3://bucket/prefix/export`) and tables of Athena (`database.table`); empty for none.
    public StringProperty billsProperty() {
        return bills;
    }

    /// A day such as `2026-01-31`; empty for as far back as AWS keeps it.
    public StringProperty sinceProperty() {
        return since;
    }

    /// In US dollars.
    public StringProperty maxCostProperty() {
        return maxCost;
    }

    public BooleanProperty whatProperty(PullAws.What one) {
        return Objects.requireNonNull(what.get(one));
    }

    /// Calls something when any field changes.
    void onChange(Runnable changed) {
        List.of(regions, accounts, role, externalId, bills, since, maxCost)
                .forEach(text -> text.addListener((source, before, now) -> changed.run()));
        profile.addListener((source, before, now) -> changed.run());
        what.values().forEach(chosen -> chosen.addListener((source, before, now) -> changed.run()));
    }

    /// Why the fields make no request, in a sentence; empty when they do.
    public Optional<String> problem() {
        if (wanted().isEmpty()) {
            return Optional.of("Choose what to pull.");
        }
        Optional<String> wrong = words(accounts).stream()
                .filter(account -> !account.matches("all|\\d{12}"))
                .findFirst();
        if (wrong.isPresent()) {
            return Optional.of(wrong.get() + " is not the number of an account (12 digits) or all.");
        }
        boolean several = words(accounts).size() > 1 || words(accounts).contains("all");
        if (several && !role.get().contains("{account}")) {
            return Optional.of("Several accounts need a role with {account} in the place of the number.");
        }
        if (day().isEmpty() && !since.get().isBlank()) {
            return Optional.of("Write the day as 2026-01-31.");
        }
        return cost().isEmpty()
                ? Optional.of("Write the most that it may cost as a number, such as 5.")
                : Optional.empty();
    }

    /// @throws IllegalStateException when there is a [#problem]
    PullAws.Request request() {
        return new PullAws.Request(
                profile.get(),
                words(regions),
                words(accounts),
                text(role),
                text(externalId),
                day(),
                wanted(),
                PullAws.Step.HOUR,
                sources(),
                cost().orElseThrow(
                                () -> new IllegalStateException("maxCost (" + maxCost.get() + ") must be a number.")));
    }

    private PullAws.BillSources sources() {
        return new PullAws.BillSources(
                words(bills).stream().filter(word -> word.contains("://")).toList(),
                words(bills).stream().filter(word -> !word.contains("://")).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Set<PullAws.What> wanted() {
        EnumSet<PullAws.What> wanted = EnumSet.noneOf(PullAws.What.class);
        what.forEach((one, chosen) -> {
            if (chosen.get()) {
                wanted.add(one);
            }
        });
        return wanted;
    }

    private Optional<LocalDate> day() {
        try {
            return text(since).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private Optional<BigDecimal> cost() {
        String text = maxCost.get().strip();
        return text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<String> text(StringProperty field) {
        return Optional.of(field.get().strip()).filter(text -> !text.isEmpty());
    }

    private static List<String> words(StringProperty field) {
        return Arrays.stream(field.get().split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
