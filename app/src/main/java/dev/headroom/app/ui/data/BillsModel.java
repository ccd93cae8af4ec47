package dev.headroom.app.ui.data;

import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetModel;
import dev.headroom.app.ui.session.Loaded;
import dev.headroom.app.ui.session.WorkspaceSession.KnownBills;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.BillStanding;
import dev.headroom.app.usecase.InvoiceCheck;
import dev.headroom.app.usecase.ListBills;
import dev.headroom.app.usecase.ReconcileBill;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The bills: their versions, what was restated, and how the chosen one stands to its invoice.
public final class BillsModel {
    private final FleetModel fleet;
    private final ShellViewModel shell;
    private final Formats formats;
    private final ReconcileViewModel reconcile;
    private final ObjectProperty<ListBills.@Nullable Version> selected = new SimpleObjectProperty<>();

    BillsModel(FleetModel fleet, ShellViewModel shell, Formats formats) {
        this.fleet = fleet;
        this.shell = shell;
        this.formats = formats;
        this.reconcile = new ReconcileViewModel(fleet.bills(), shell, formats);
        fleet.bills().property().addListener((source, before, now) -> keepSelection());
        fleet.bills().askedProperty().addListener((source, before, now) -> answer());
        keepSelection();
    }

    /// The bills with their state of loading.
    public ObservableValue<Loaded<KnownBills>> bills() {
        return fleet.bills().property();
    }

    public void load() {
        fleet.bills().load();
    }

    /// The version whose reconciliation is shown.
    public ObjectProperty<ListBills.@Nullable Version> selectedProperty() {
        return selected;
    }

    public ReconcileViewModel reconcile() {
        return reconcile;
    }

    public Formats formats() {
        return formats;
    }

    ShellViewModel shell() {
        return shell;
    }

    /// How an account is written.
    public String account(String account) {
        return fleet.namesProperty().get().account(account);
    }

    /// The versions in the order of the table: the last month first.
    public List<ListBills.Version> rows() {
        return known().map(bills -> bills.versions().reversed()).orElse(List.of());
    }

    private Optional<KnownBills> known() {
        return bills().getValue().known();
    }

    /// How a version stands to its invoice.
    public StandingFace face(ListBills.Version version) {
        return StandingFace.of(
                known().map(bills -> bills.standing(version))
                        .orElse(new BillStanding(BillStanding.Kind.NEVER, Optional.empty())),
                formats);
    }

    /// The last comparisons that cover a version, one a currency, the latest first.
    public List<InvoiceCheck> checks(ListBills.Version version) {
        return known().map(bills -> bills.checks().stream()
                        .filter(check -> check.covers(version))
                        .sorted(Comparator.comparing(InvoiceCheck::at).reversed())
                        .toList())
                .orElse(List.of());
    }

    /// Shows what an invoice said: the bill of its last month.
    public void show(ReconcileBill.Report report) {
        report.bills().stream()
                .map(bill -> bill.month())
                .max(Comparator.naturalOrder())
                .ifPresent(this::choose);
    }

    private void choose(YearMonth month) {
        rows().stream()
                .filter(version ->
                        version.month().equals(month) && version.replaced().isEmpty())
                .findFirst()
                .ifPresent(selected::set);
    }

    /// Shows the month that another panel asked for.
    private void answer() {
        Optional<YearMonth> asked = fleet.bills().askedProperty().get();
        if (asked.isPresent() && known().isPresent()) {
            choose(asked.get());
            fleet.bills().askedProperty().set(Optional.empty());
        }
    }

    private void keepSelection() {
        if (known().isEmpty()) {
            return;
        }
        ListBills.Version before = selected.get();
        List<ListBills.Version> rows = rows();
        selected.set(
                before == null
                        ? first(rows)
                        : rows.stream()
                                .filter(version -> version.month().equals(before.month())
                                        && version.account().equals(before.account())
                                        && version.loaded().equals(before.loaded()))
                                .findFirst()
                                .orElse(first(rows)));
        answer();
    }

    /// The last closed month, because a running one has no invoice yet.
    private ListBills.@Nullable Version first(List<ListBills.Version> rows) {
        Optional<YearMonth> closed = BillStanding.lastClosed(rows);
        return rows.stream()
                .filter(version -> version.replaced().isEmpty()
                        && closed.map(version.month()::equals).orElse(true))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst());
    }
}
