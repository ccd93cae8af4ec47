package dev.headroom.app.ui.anomalies;

import dev.headroom.app.ui.history.Change;
import dev.headroom.app.ui.part.Tone;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.DecideAnomaly;
import dev.headroom.app.usecase.FleetAnomalies;
import dev.headroom.app.usecase.FoundAnomaly;
import dev.headroom.app.usecase.WatchScope;
import dev.headroom.app.usecase.Words;
import dev.headroom.engine.anomaly.Expectation;
import dev.headroom.engine.anomaly.Feedback;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Says something about the chosen anomaly, so that it can be undone. An undo writes what held before into the log;
/// nothing is ever deleted.
public final class AnomalyDesk {
    private final FleetModel fleet;
    private final ShellViewModel shell;

    AnomalyDesk(FleetModel fleet, ShellViewModel shell) {
        this.fleet = fleet;
        this.shell = shell;
    }

    public void acknowledge(AnomalyRow row) {
        about(row, new Feedback.Acknowledge(""), "acknowledged");
    }

    public void reopen(AnomalyRow row) {
        about(row, new Feedback.Reopen(""), "reopened");
    }

    public void expect(AnomalyRow row, Expectation.Pattern pattern, String reason) {
        Expectation lesson = DecideAnomaly.lesson(row.anomaly(), Optional.of(pattern));
        about(row, new Feedback.Expect(lesson, reason), "expected");
    }

    /// What would be learnt, in a sentence.
    public String lesson(AnomalyRow row, Expectation.Pattern pattern) {
        return DecideAnomaly.lesson(row.anomaly(), Optional.of(pattern))
                .sentence(row.anomaly().start().getEpochSecond());
    }

    /// Keeps a known event.
    public void suppress(WatchScope scope, LocalDate from, LocalDate to, String reason) {
        DecideAnomaly.Saying there = new DecideAnomaly.Saying.Known(scope, new Feedback.Suppress(from, to, reason));
        DecideAnomaly.Saying back = new DecideAnomaly.Saying.Known(scope, new Feedback.Lift(from, to));
        make("Known event", "suppression", there, back);
    }

    /// Why a reason cannot be written yet; empty when it can.
    public Optional<String> problem(String reason) {
        return reason.isBlank()
                ? Optional.of("Say why this is no alert.")
                : reason.length() > DecideAnomaly.LONGEST_REASON
                        ? Optional.of("At most %d characters.".formatted(DecideAnomaly.LONGEST_REASON))
                        : Optional.empty();
    }

    private void about(AnomalyRow row, Feedback feedback, String word) {
        FoundAnomaly anomaly = row.anomaly();
        Feedback before = fleet.watch()
                .property()
                .get()
                .known()
                .map(FleetAnomalies::feedback)
                .flatMap(said -> said.own(anomaly))
                .orElse(new Feedback.Retract());
        make(
                Words.capital(word),
                word + " " + row.title(),
                new DecideAnomaly.Saying.About(anomaly, feedback),
                new DecideAnomaly.Saying.About(anomaly, before));
    }

    private void make(String title, String name, DecideAnomaly.Saying there, DecideAnomaly.Saying back) {
        Change[] made = new Change[1];
        Change change = new Change(
                () -> name,
                over -> write(
                        there,
                        over,
                        () -> shell.notify(new Notice(
                                Tone.GOOD,
                                title,
                                () -> name,
                                "Undo",
                                () -> fleet.history().undoIfLast(made[0])))),
                over -> write(back, over, () -> shell.notify(Notice.good("Undone", name))));
        made[0] = change;
        fleet.history().make(change);
    }

    private void write(DecideAnomaly.Saying saying, Consumer<Change.Outcome> over, Runnable told) {
        fleet.watch()
                .say(
                        List.of(saying),
                        () -> {
                            over.accept(Change.Outcome.DONE);
                            told.run();
                        },
                        failure -> {
                            over.accept(Change.Outcome.FAILED);
                            shell.notify(Notice.bad(
                                    "It could not be written", failure.message() + " (" + failure.code() + ")"));
                        });
    }
}
