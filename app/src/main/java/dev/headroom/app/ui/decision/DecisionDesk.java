package dev.headroom.app.ui.decision;

import dev.headroom.app.ui.history.Change;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.DecideRecommendation.Request;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.rightsizing.AdviceKind;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.rightsizing.Standing.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Decides about rows, so that it can be undone. An undo writes a reopening into the log, and the earlier decision
/// again where one was in force; nothing is ever deleted.
public final class DecisionDesk {
    private final FleetModel fleet;
    private final ShellViewModel shell;

    public DecisionDesk(FleetModel fleet, ShellViewModel shell) {
        this.fleet = fleet;
        this.shell = shell;
    }

    /// The rows that can be decided about in this way.
    public <R extends Decidable> List<R> able(List<R> rows, Decision decision) {
        return rows.stream().filter(row -> fits(row.status(), decision)).toList();
    }

    private static boolean fits(Status status, Decision decision) {
        return switch (decision) {
            case Decision.Accept accept ->
                status == Status.OPEN || status == Status.DISMISSED || status == Status.SNOOZED;
            case Decision.Dismiss dismiss ->
                status == Status.OPEN || status == Status.ACCEPTED || status == Status.SNOOZED;
            case Decision.Snooze snooze -> status == Status.OPEN || status == Status.ACCEPTED;
            case Decision.Done done -> status == Status.ACCEPTED;
            case Decision.Reopen reopen ->
                status == Status.ACCEPTED
                        || status == Status.DISMISSED
                        || status == Status.SNOOZED
                        || status == Status.DONE;
        };
    }

    /// Why a dismissal cannot be written yet; empty when it can.
    public Optional<String> problem(String reason) {
        return reason.isBlank()
                ? Optional.of("Say why it will not be done.")
                : reason.length() > DecideRecommendation.LONGEST_REASON
                        ? Optional.of("At most %d characters.".formatted(DecideRecommendation.LONGEST_REASON))
                        : Optional.empty();
    }

    /// The first day that a snooze may end on.
    public LocalDate firstSnoozeDay() {
        return fleet.decisionsProperty().get().today().plusDays(1);
    }

    /// Writes one decision about all the rows that it fits; the others stay as they are.
    public void decide(List<? extends Decidable> rows, Decision decision) {
        List<? extends Decidable> those = able(rows, decision).stream()
                .filter(row -> row.about().target().isPresent())
                .toList();
        if (those.isEmpty()) {
            return;
        }
        List<Request> there =
                those.stream().map(row -> new Request(row.about(), decision)).toList();
        List<Request> back = new ArrayList<>();
        those.forEach(row -> back.addAll(wayBack(row, decision)));
        Decidable first = those.getFirst();
        Supplier<String> servers = () -> those.size() == 1
                ? first.title(fleet.namesProperty().get())
                : those.size() + " " + plural(first.about().kind());
        Notices notices = new Notices(servers, decision);
        Change change = new Change(
                () -> decision.word() + " " + servers.get(),
                over -> write(there, over, notices::made),
                over -> write(back, over, notices::undone));
        notices.change = change;
        fleet.history().make(change);
    }

    private static String plural(AdviceKind kind) {
        return switch (kind) {
            case RIGHTSIZING, SCHEDULE -> "servers";
            case WASTE -> "findings";
            case CONSOLIDATION -> "proposals";
            case COMMITMENT -> "commitments";
            case ACTION -> "actions";
            case RESOURCE -> "resources";
        };
    }

    /// What one row is called, and several.
    String named(List<? extends Decidable> rows) {
        return rows.size() == 1 ? rows.getFirst().title(fleet.namesProperty().get()) : rows.size() + " recommendations";
    }

    public void undo() {
        fleet.history().undo();
    }

    public void redo() {
        fleet.history().redo();
    }

    /// Such as `Undo policy`.
    public String undoWords() {
        return words("Undo", fleet.history().undoableProperty().get());
    }

    public String redoWords() {
        return words("Redo", fleet.history().redoableProperty().get());
    }

    private static String words(String word, Optional<Change> change) {
        return change.map(known -> word + " " + known.name()).orElse(word);
    }

    /// The entries that lead back to where a row stood.
    private static List<Request> wayBack(Decidable row, Decision decision) {
        List<Request> requests = new ArrayList<>();
        if (!(decision instanceof Decision.Reopen)) {
            requests.add(new Request(row.about(), new Decision.Reopen("Undone")));
        }
        if (row.status() != Status.OPEN) {
            row.standing()
                    .last()
                    .map(DecisionEvent::decision)
                    .ifPresent(before -> requests.add(new Request(row.about(), before)));
        }
        return requests;
    }

    private void write(List<Request> requests, Consumer<Change.Outcome> over, Runnable told) {
        fleet.decide(
                requests,
                () -> {
                    over.accept(Change.Outcome.DONE);
                    told.run();
                },
                failure -> {
                    over.accept(Change.Outcome.FAILED);
                    shell.notify(Notice.bad(
                            "The decision could not be written", failure.message() + " (" + failure.code() + ")"));
                });
    }

    /// What the user is told about one change.
    private final class Notices {
        private final Supplier<String> servers;
        private final String word;
        private Change change = Change.atOnce("", () -> {}, () -> {});

        Notices(Supplier<String> servers, Decision decision) {
            this.servers = servers;
            this.word = Words.capital(decision.word());
        }

        void made() {
            shell.notify(new Notice(
                    Tone.GOOD, word, servers, "Undo", () -> fleet.history().undoIfLast(change)));
        }

        void undone() {
            shell.notify(new Notice(Tone.GOOD, "Undone: " + word, servers, "", () -> {}));
        }
    }
}
