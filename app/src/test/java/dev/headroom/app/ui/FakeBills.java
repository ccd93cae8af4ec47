package dev.headroom.app.ui;

import dev.headroom.app.ui.session.WorkspaceSession.KnownBills;
import dev.headroom.app.usecase.InvoiceCheck;
import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.app.usecase.UseCaseException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// The bills of a session with invented results, and the invoices that were compared with them.
final class FakeBills {
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final List<InvoiceCheck> checks = new CopyOnWriteArrayList<>();
    private final List<ReconcileBill.Request> reconciled = new CopyOnWriteArrayList<>();

    void refuse(boolean refuse) {
        refusing.set(refuse);
    }

    KnownBills known(boolean filled) throws UseCaseException {
        if (refusing.get()) {
            throw new UseCaseException(UseCaseException.Kind.SOURCE, "HR-4243", "The bills cannot be read.");
        }
        return filled
                ? new KnownBills(
                        InventedFleet.bills().versions(), InventedFleet.bills().restatements(), List.copyOf(checks))
                : new KnownBills(List.of(), List.of(), List.of());
    }

    ReconcileBill.Report reconcile(ReconcileBill.Request request) throws UseCaseException {
        reconciled.add(request);
        if (request.invoice().toString().contains("total") && request.month().isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE, "HR-3230", "The invoice has no column month; say it with --month.");
        }
        InvoiceCheck check = InventedBills.check(request);
        checks.clear();
        checks.add(check);
        return InventedBills.report(check);
    }

    void checked(InvoiceCheck... before) {
        checks.addAll(List.of(before));
    }

    List<ReconcileBill.Request> reconciled() {
        return List.copyOf(reconciled);
    }
}
