package dev.headroom.app.usecase;

import dev.headroom.engine.cost.BillReconciliation;
import dev.headroom.engine.cost.ChargeRecord;
import dev.headroom.engine.cost.InvoiceGrain;
import dev.headroom.engine.cost.InvoiceKey;
import dev.headroom.engine.cost.InvoiceLine;
import dev.headroom.engine.cost.ReconciledBill;
import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.storage.cache.BillContest;
import dev.headroom.storage.cache.BillTotal;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.ChargeLedger;
import dev.headroom.storage.cache.KeptReconciliation;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.invoice.InvoiceFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Holds an invoice against the bills of its months, and keeps the result of each month.
public final class ReconcileBill {
    private final OpenWorkspace workspace;
    private final Clock clock;

    public ReconcileBill(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// What to compare.
    ///
    /// @param tolerance as a share of the invoiced amount, such as 0.03
    /// @param month only this one; needed when the invoice has no column for it
    /// @param currency of an invoice that has no column for it
    /// @param provider only the bills of this one; empty for all
    /// @param billingAccount only the bills of this one; empty for all
    /// @param knownOn the bills as they were known at this time; such a result is not kept
    public record Request(
            Path invoice,
            BigDecimal tolerance,
            Optional<YearMonth> month,
            Optional<CurrencyCode> currency,
            String provider,
            String billingAccount,
            Optional<Instant> knownOn) {}

    /// @param bills one a month and currency of the invoice
    /// @param notes what was not compared, in sentences
    public record Report(BigDecimal tolerance, List<ReconciledBill> bills, List<String> notes) {
        public Report {
            bills = List.copyOf(bills);
            notes = List.copyOf(notes);
        }

        public boolean passed() {
            return bills.stream().allMatch(ReconciledBill::passed);
        }
    }

    /// The last result of each month, currency and part of the bills, by month.
    public List<InvoiceCheck> kept() throws UseCaseException {
        try {
            List<ListBills.Version> versions = new ListBills(workspace).versions();
            return workspace.storage().reconciliations().latest().stream()
                    .map(one -> check(one).against(versions))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static InvoiceCheck check(KeptReconciliation one) {
        return new InvoiceCheck(
                one.month(),
                one.currency(),
                one.provider(),
                one.billingAccount(),
                one.invoiceFile(),
                one.invoiced(),
                one.billed(),
                one.tolerance(),
                one.passed(),
                one.lines(),
                one.failedLines(),
                one.at(),
                one.bridge(),
                one.beyond().stream()
                        .map(line -> new InvoiceCheck.Line(line.key(), line.invoiced(), line.billed()))
                        .toList(),
                false);
    }

    /// The same without anybody who watches.
    public Report run(Request request) throws UseCaseException {
        return run(request, Progress.NONE);
    }

    /// @throws UseCaseException of kind INPUT when the invoice cannot be read, of kind USAGE when it leaves month or
    ///     currency open, of kind NO_DATA when there are no bills of its months
    public Report run(Request request, Progress progress) throws UseCaseException {
        InvoiceFile invoice = read(request.invoice());
        List<InvoiceLine> lines = lines(invoice, request);
        Set<YearMonth> months = lines.stream().map(InvoiceLine::month).collect(Collectors.toCollection(TreeSet::new));
        try {
            ChargeLedger ledger = KnownBills.at(workspace, request.knownOn());
            requireBills(ledger, months);
            List<ReconciledBill> bills = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            int done = 0;
            for (YearMonth month : months) {
                if (progress.cancelled()) {
                    throw new UseCaseException(UseCaseException.Kind.CANCELLED, "HR-3001", "Stopped on request.");
                }
                progress.report("Comparing " + month, done, months.size());
                done++;
                BillReconciliation reconciliation =
                        new BillReconciliation(month, grain(invoice, ledger, month, mine(request)));
                lines.stream().filter(line -> line.month().equals(month)).forEach(reconciliation::invoiced);
                Predicate<ChargeRecord> mine = mine(request);
                ledger.onBillOf(month, charge -> {
                    if (mine.test(charge)) {
                        reconciliation.charge(charge);
                    }
                });
                bills.addAll(reconciliation.results(request.tolerance()));
                for (CurrencyCode other : reconciliation.currenciesNotInvoiced()) {
                    notes.add("The bills of " + month + " also hold charges in " + other
                            + ", of which the invoice says nothing; they were not compared.");
                }
            }
            for (BillContest contest : workspace.storage().bills().contests(request.knownOn())) {
                if (months.contains(contest.month())) {
                    notes.add(contest.sentence());
                }
            }
            if (request.knownOn().isEmpty()) {
                keep(request, bills);
            }
            return new Report(request.tolerance(), bills, notes);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private static InvoiceFile read(Path file) throws UseCaseException {
        try {
            return InvoiceFile.read(file);
        } catch (SourceException e) {
            throw new UseCaseException(UseCaseException.Kind.INPUT, e.code(), e.sentence(), e);
        }
    }

    private static List<InvoiceLine> lines(InvoiceFile invoice, Request request) throws UseCaseException {
        String name = String.valueOf(request.invoice().getFileName());
        List<InvoiceLine> lines = new ArrayList<>();
        for (InvoiceFile.Amount amount : invoice.amounts()) {
            Optional<YearMonth> month = amount.month().or(request::month);
            Optional<CurrencyCode> currency = amount.currency().or(request::currency);
            if (month.isEmpty()) {
                throw new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        "HR-3230",
                        "The invoice " + name + " has no column month; say it with --month, such as --month 2026-10.");
            }
            if (currency.isEmpty()) {
                throw new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        "HR-3231",
                        "The invoice " + name + " has no column currency; say it with --currency, such as --currency"
                                + " USD.");
            }
            if (request.month().map(month.get()::equals).orElse(true)) {
                lines.add(new InvoiceLine(month.get(), amount.key(), currency.get(), amount.amount()));
            }
        }
        if (lines.isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3232",
                    "The invoice " + name + " has no amount of "
                            + request.month().map(YearMonth::toString).orElse("any month") + ".");
        }
        return lines;
    }

    private static void requireBills(ChargeLedger ledger, Set<YearMonth> months) throws UseCaseException {
        Set<YearMonth> known =
                ledger.bills().stream().map(BillTotal::month).collect(Collectors.toCollection(TreeSet::new));
        if (months.stream().noneMatch(known::contains)) {
            throw new UseCaseException(
                    UseCaseException.Kind.NO_DATA,
                    "HR-3233",
                    "The workspace has no bill of " + words(months) + "; "
                            + (known.isEmpty() ? "it has none at all." : "it has " + words(known) + ".")
                            + " Import the bill first.");
        }
    }

    private static String words(Set<YearMonth> months) {
        return months.stream().map(YearMonth::toString).collect(Collectors.joining(", "));
    }

    private static Predicate<ChargeRecord> mine(Request request) {
        String account = plain(request.billingAccount());
        return charge -> (request.provider().isEmpty()
                        || charge.line().provider().equalsIgnoreCase(request.provider()))
                && (account.isEmpty() || plain(charge.line().billingAccount()).equals(account));
    }

    private static String plain(String account) {
        return new InvoiceKey(account, "", "").plain().account();
    }

    /// The grain of the invoice. Where an account can be the one that is billed or the one that used the service, it is
    /// the kind of which the bills know more.
    private static Set<InvoiceGrain> grain(
            InvoiceFile invoice, ChargeLedger ledger, YearMonth month, Predicate<ChargeRecord> mine) {
        if (!invoice.anyAccount()) {
            return invoice.grain();
        }
        Set<String> billed = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        ledger.onBillOf(month, charge -> {
            if (mine.test(charge)) {
                billed.add(plain(charge.line().billingAccount()));
                used.add(plain(charge.line().subAccount()));
            }
        });
        Set<String> named = invoice.amounts().stream()
                .map(amount -> plain(amount.key().account()))
                .collect(Collectors.toSet());
        long asBilled = named.stream().filter(billed::contains).count();
        long asUsed = named.stream().filter(used::contains).count();
        Set<InvoiceGrain> grain = EnumSet.copyOf(invoice.grain());
        if (asBilled > asUsed) {
            grain.remove(InvoiceGrain.ACCOUNT);
            grain.add(InvoiceGrain.BILLING_ACCOUNT);
        }
        return grain;
    }

    private void keep(Request request, List<ReconciledBill> bills) {
        Instant now = clock.instant();
        workspace
                .storage()
                .reconciliations()
                .keep(bills.stream()
                        .map(bill -> new KeptReconciliation(
                                bill.month(),
                                bill.currency(),
                                request.provider().toLowerCase(Locale.ROOT),
                                request.billingAccount(),
                                String.valueOf(request.invoice().getFileName()),
                                bill.total().invoiced().orElse(BigDecimal.ZERO),
                                bill.total().billed(),
                                request.tolerance(),
                                bill.passed(),
                                bill.lines().size(),
                                (int) bill.failedLines(),
                                now,
                                Optional.of(bill.total().bridge()),
                                bill.lines().stream()
                                        .filter(line -> !line.passed())
                                        .map(line ->
                                                new KeptReconciliation.Line(line.key(), line.invoiced(), line.billed()))
                                        .toList()))
                        .toList());
    }
}
