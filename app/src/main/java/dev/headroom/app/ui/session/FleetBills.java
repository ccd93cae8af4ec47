package dev.headroom.app.ui.session;

import dev.headroom.app.task.BackgroundRunner;
import dev.headroom.app.task.Job;
import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.session.WorkspaceSession.KnownBills;
import dev.headroom.app.usecase.ReconcileBill;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// The bills, how they stand to their invoices, and the month that somebody asked to see.
public final class FleetBills {
    private final WorkspaceSession session;
    private final BackgroundRunner runner;
    private final ReadOnlyObjectWrapper<Loaded<KnownBills>> bills = new ReadOnlyObjectWrapper<>(new Loaded.Waiting<>());
    private final ObjectProperty<Optional<YearMonth>> asked = new SimpleObjectProperty<>(Optional.empty());

    FleetBills(WorkspaceSession session, BackgroundRunner runner) {
        this.session = session;
        this.runner = runner;
    }

    public ReadOnlyObjectProperty<Loaded<KnownBills>> property() {
        return bills.getReadOnlyProperty();
    }

    /// The month that another panel wants to be shown; whoever shows it sets it back to empty.
    public ObjectProperty<Optional<YearMonth>> askedProperty() {
        return asked;
    }

    /// Reads the bills; what is known stays until they are there.
    public void load() {
        runner.start(Job.of("Reading the bills", progress -> session.bills())
                .before(() -> {
                    if (bills.get().known().isEmpty()) {
                        bills.set(new Loaded.Waiting<>());
                    }
                })
                .after(value -> bills.set(new Loaded.Known<>(value)))
                .failed(failure -> bills.set(new Loaded.Failed<>(failure))));
    }

    /// Holds an invoice against the bills, and reads them again.
    ///
    /// @param ended runs first, whatever came of it
    public void reconcile(
            ReconcileBill.Request request,
            Runnable ended,
            Consumer<ReconcileBill.Report> done,
            Consumer<TaskFailure> failed) {
        String name = "Reconciling " + request.invoice().getFileName();
        runner.start(Job.of(name, progress -> session.reconcile(request, progress))
                .after(report -> {
                    ended.run();
                    done.accept(report);
                    load();
                })
                .failed(failure -> {
                    ended.run();
                    failed.accept(failure);
                })
                .stopped(ended));
    }
}
