package dev.headroom.app.usecase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A bill of three services in two accounts with cheap weekends and noise, a file a month, in which days of a service
/// can be made dearer or left out.
public final class WatchedBill {
    public static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-02T09:00:00Z"), ZoneOffset.UTC);
    private static final String HEAD = "ProviderName,BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,"
            + "ChargePeriodEnd,ChargeCategory,ServiceName,SubAccountId,RegionId,SkuId\n";
    private static final String[] SERVICES = {"EC2", "S3", "RDS"};
    private static final double[] COSTS = {700, 200, 100};
    private static final double NOISE = 0.02;
    private final List<Change> changes = new ArrayList<>();

    private record Change(String service, String account, LocalDate from, LocalDate to, double factor) {}

    /// Multiplies the cost of a service in an account from a day to another, both inclusive; 0 leaves the rows out.
    public WatchedBill times(double factor, String service, String account, LocalDate from, LocalDate to) {
        changes.add(new Change(service, account, from, to, factor));
        return this;
    }

    /// Imports everything from [#START] to a day, whole months again as far as they have grown.
    public void importTo(OpenWorkspace workspace, Path folder, LocalDate last) throws IOException, UseCaseException {
        List<Path> files = new ArrayList<>();
        for (YearMonth month = YearMonth.from(START);
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            StringBuilder rows = new StringBuilder(HEAD);
            for (LocalDate day = month.atDay(1);
                    !day.isAfter(last) && YearMonth.from(day).equals(month);
                    day = day.plusDays(1)) {
                rows(rows, day);
            }
            if (rows.length() > HEAD.length()) {
                files.add(Files.writeString(folder.resolve("bill-" + month + "-" + last + ".csv"), rows));
            }
        }
        new ImportData(workspace, CLOCK).run(files, Progress.NONE);
    }

    private void rows(StringBuilder rows, LocalDate day) {
        for (int service = 0; service < SERVICES.length; service++) {
            for (String account : List.of("prod", "dev")) {
                Random random = new Random(31L * day.toEpochDay() + 7L * service + account.hashCode());
                double cost = COSTS[service]
                        * (account.equals("prod") ? 0.7 : 0.3)
                        * (day.getDayOfWeek().getValue() > 5 ? 0.8 : 1)
                        * Math.exp(NOISE * random.nextGaussian());
                for (Change change : changes) {
                    if (change.service.equals(SERVICES[service])
                            && change.account.equals(account)
                            && !day.isBefore(change.from)
                            && !day.isAfter(change.to)) {
                        cost *= change.factor;
                    }
                }
                if (cost > 0) {
                    String amount = String.format(Locale.ROOT, "%.4f", cost);
                    rows.append("AWS,")
                            .append(amount)
                            .append(',')
                            .append(amount)
                            .append(",USD,");
                    rows.append(day)
                            .append("T00:00:00Z,")
                            .append(day.plusDays(1))
                            .append("T00:00:00Z,Usage,");
                    rows.append(SERVICES[service]).append(',').append(account).append(",eu-central-1,usage-");
                    rows.append(service).append('\n');
                }
            }
        }
    }
}
