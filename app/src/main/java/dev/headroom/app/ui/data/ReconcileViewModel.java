package dev.headroom.app.ui.data;

import dev.headroom.app.task.TaskFailure;
import dev.headroom.app.ui.format.Formats;
import dev.headroom.app.ui.session.FleetBills;
import dev.headroom.app.ui.session.WorkspaceSession.KnownBills;
import dev.headroom.app.ui.shell.Notice;
import dev.headroom.app.ui.shell.ShellViewModel;
import dev.headroom.app.usecase.ListBills;
import dev.headroom.app.usecase.Problem;
import dev.headroom.app.usecase.ReconcileBill;
import dev.headroom.engine.cost.ReconciledBill;
import dev.headroom.engine.quantity.CurrencyCode;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a reconciliation is asked with, and what became of it.
public final class ReconcileViewModel {
    private static final int PERCENT_PLACES = 10;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final FleetBills bills;
    private final ShellViewModel shell;
    private final Formats formats;
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty tolerance = new SimpleStringProperty("3");
    private final ObjectProperty<Optional<YearMonth>> month = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<CurrencyCode>> currency = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.ALL);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /// The bills that an invoice is about; empty texts stand for all.
    public record Part(String provider, String account) {
        public static final Part ALL = new Part("", "");
    }

    public ReconcileViewModel(FleetBills bills, ShellViewModel shell, Formats formats) {
        this.bills = bills;
        this.shell = shell;
        this.formats = formats;
    }

    /// The invoice, as a path.
    public StringProperty fileProperty() {
        return file;
    }

    /// In percent, with or without the sign.
    public StringProperty toleranceProperty() {
        return tolerance;
    }

    /// The month to compare; empty for those that the invoice states.
    public ObjectProperty<Optional<YearMonth>> monthProperty() {
        return month;
    }

    /// The currency of an invoice without a column for it; empty for those that it states.
    public ObjectProperty<Optional<CurrencyCode>> currencyProperty() {
        return currency;
    }

    public ObjectProperty<Part> partProperty() {
        return part;
    }

    /// Why nothing was compared.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// The months of the bills, the last one first, after "as the invoice says".
    public List<Optional<YearMonth>> months() {
        return withNone(ListBills.Version::month, Comparator.<YearMonth>reverseOrder());
    }

    public List<Optional<CurrencyCode>> currencies() {
        return Stream.concat(
                        Stream.of(Optional.<CurrencyCode>empty()),
                        versions()
                                .flatMap(version -> version.billed().keySet().stream())
                                .distinct()
                                .sorted()
                                .map(Optional::of))
                .toList();
    }

    private <T> List<Optional<T>> withNone(Function<ListBills.Version, T> value, Comparator<T> order) {
        return Stream.concat(
                        Stream.of(Optional.<T>empty()),
                        versions().map(value).distinct().sorted(order).map(Optional::of))
                .toList();
    }

    /// All bills, those of each provider, those of each billed account.
    public List<Part> parts() {
        return Stream.of(
                        Stream.of(Part.ALL),
                        versions().map(version -> new Part(version.provider(), "")),
                        versions().map(version -> new Part(version.provider(), version.account())))
                .flatMap(parts -> parts)
                .distinct()
                .sorted(Comparator.comparing(Part::provider).thenComparing(Part::account))
                .toList();
    }

    private Stream<ListBills.Version> versions() {
        return bills.property().get().known().map(KnownBills::versions).orElse(List.of()).stream()
                .filter(version -> version.replaced().isEmpty());
    }

    public String words(Optional<YearMonth> chosen) {
        return chosen.map(this::words).orElse("As the invoice says");
    }

    public String currencyWords(Optional<CurrencyCode> chosen) {
        return chosen.map(CurrencyCode::value).orElse("As the invoice says");
    }

    public String words(Part chosen) {
        return chosen.provider().isEmpty() && chosen.account().isEmpty()
                ? "All"
                : chosen.account().isEmpty()
                        ? chosen.provider()
                        : chosen.provider() + ", " + shell.namesProperty().get().account(chosen.account());
    }

    String words(YearMonth one) {
        return formats.month(one.atDay(1)) + " " + one.getYear();
    }

    /// Forgets an earlier problem and the choices that belong to one invoice.
    public void begin() {
        problem.set(Optional.empty());
        month.set(Optional.empty());
        currency.set(Optional.empty());
        part.set(Part.ALL);
    }

    /// Compares in the background.
    ///
    /// @param done runs on the window's thread with the result
    public void run(Consumer<ReconcileBill.Report> done) {
        Optional<ReconcileBill.Request> request = request();
        if (request.isPresent() && !running.get()) {
            problem.set(Optional.empty());
            running.set(true);
            bills.reconcile(
                    request.get(),
                    () -> running.set(false),
                    report -> {
                        tell(request.get().invoice(), report);
                        done.accept(report);
                    },
                    failure -> problem.set(Optional.of(inWindow(failure))));
        }
    }

    private Optional<ReconcileBill.Request> request() {
        Optional<BigDecimal> share = share(tolerance.get());
        if (file.get().isBlank()) {
            refuse("Choose the file of the invoice.");
            return Optional.empty();
        }
        if (share.isEmpty()) {
            refuse("Give a tolerance between 0 and 100 %.");
            return Optional.empty();
        }
        try {
            return Optional.of(new ReconcileBill.Request(
                    Path.of(file.get().strip()),
                    share.get(),
                    month.get(),
                    currency.get(),
                    part.get().provider(),
                    part.get().account(),
                    Optional.empty()));
        } catch (InvalidPathException unusable) {
            refuse("This is not the name of a file.");
            return Optional.empty();
        }
    }

    private void refuse(String words) {
        problem.set(Optional.of(new Problem("", words)));
    }

    /// A percentage as a share; empty when it is none.
    static Optional<BigDecimal> share(String text) {
        try {
            BigDecimal percent = new BigDecimal(text.replace("%", "").strip());
            return percent.signum() < 0 || percent.compareTo(WHOLE) > 0 || percent.scale() > PERCENT_PLACES
                    ? Optional.empty()
                    : Optional.of(percent.movePointLeft(2));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    /// What to do here, where the sentence names an option of the command line.
    private static Problem inWindow(TaskFailure failure) {
        return switch (failure.code()) {
            case "HR-3230" -> new Problem(failure.code(), "The invoice does not say its month. Choose it above.");
            case "HR-3231" -> new Problem(failure.code(), "The invoice does not say its currency. Choose it above.");
            default -> new Problem(failure.code(), failure.message());
        };
    }

    private void tell(Path invoice, ReconcileBill.Report report) {
        long beyond = report.bills().stream().filter(bill -> !bill.passed()).count();
        String months = String.join(
                ", ",
                report.bills().stream()
                        .map(ReconciledBill::month)
                        .distinct()
                        .map(this::words)
                        .toList());
        String notes = String.join(" ", report.notes());
        shell.notify(
                report.passed()
                        ? Notice.good("The bill matches " + invoice.getFileName(), (months + ". " + notes).strip())
                        : Notice.bad(
                                "The bill differs from " + invoice.getFileName(),
                                ("%d of %d comparisons are beyond the tolerance (%s). %s"
                                                .formatted(
                                                        beyond, report.bills().size(), months, notes))
                                        .strip()));
    }
}
