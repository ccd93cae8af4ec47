package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.PullLedger;
import dev.headroom.storage.pull.AwsPull;
import dev.headroom.storage.pull.Expected;
import dev.headroom.storage.pull.PullListener;
import dev.headroom.storage.pull.PullReport;
import dev.headroom.storage.pull.PullTopic;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MfaPrompt;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Pulls from live AWS accounts into a workspace: first a plan with its price, then what is missing here,
/// kept block by block. The same pull again asks only for what is new.
public final class PullAws {
    /// AWS keeps hours of metrics for so many days.
    public static final int MOST_DAYS = 455;
    /// More than so many US dollars are only spent when the user says so.
    public static final BigDecimal USUAL_MOST_COST = BigDecimal.valueOf(5);

    private final OpenWorkspace workspace;
    private final Clock clock;
    private final MfaPrompt prompt;

    /// @param codes asks for the code of an MFA device; gives nothing when nobody can be asked
    public PullAws(OpenWorkspace workspace, Clock clock, CodePrompt codes) {
        this.workspace = workspace;
        this.clock = clock;
        prompt = codes::code;
    }

    /// Asks for the code of a device.
    @FunctionalInterface
    public interface CodePrompt {
        Optional<String> code(String device);
    }

    /// What to pull, and from where.
    ///
    /// @param profile of the configuration of AWS; empty for the default chain
    /// @param regions `all` for every one that is switched on; empty for the one of the profile or the
    ///     environment
    /// @param accounts numbers, `all` for those of the organization; empty for that of the login
    /// @param role the role to take in other accounts, with `{account}` in the place of the number
    /// @param since from when on; empty for as far back as AWS keeps it
    /// @param bills where bills come from
    /// @param maxCost in US dollars
    public record Request(
            Optional<String> profile,
            List<String> regions,
            List<String> accounts,
            Optional<String> role,
            Optional<String> externalId,
            Optional<LocalDate> since,
            Set<What> what,
            Step step,
            BillSources bills,
            BigDecimal maxCost) {}

    /// Where bills come from. With none and cost wanted, Cost Explorer is asked, which has a price a request.
    ///
    /// @param exports folders in S3, such as `s3://bucket/prefix/export`
    /// @param tables of Athena, such as `billing.cur2`
    /// @param region where Athena is; empty for the first of the request
    /// @param workgroup of Athena; empty for `primary`
    /// @param output where Athena writes results; empty when the workgroup says it
    public record BillSources(
            List<String> exports,
            List<String> tables,
            Optional<String> region,
            Optional<String> workgroup,
            Optional<String> output) {
        public BillSources {
            exports = List.copyOf(exports);
            tables = List.copyOf(tables);
        }

        public static BillSources none() {
            return new BillSources(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public boolean isEmpty() {
            return exports.isEmpty() && tables.isEmpty();
        }
    }

    /// What can be pulled.
    public enum What {
        INVENTORY(PullTopic.INVENTORY),
        USAGE(PullTopic.USAGE),
        COST(PullTopic.COST),
        PRICES(PullTopic.PRICES),
        RECOMMENDATIONS(PullTopic.RECOMMENDATIONS);

        /// What is pulled when nothing is said: everything but what Cost Explorer asks a cent a request for.
        ///
        /// @param bills named ones are pulled, too
        public static Set<What> usual(BillSources bills) {
            return EnumSet.complementOf(
                    bills.isEmpty() ? EnumSet.of(COST, RECOMMENDATIONS) : EnumSet.of(RECOMMENDATIONS));
        }

        private final PullTopic topic;

        What(PullTopic topic) {
            this.topic = topic;
        }

        PullTopic topic() {
            return topic;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static String word(PullTopic topic) {
            return topic.name().toLowerCase(Locale.ROOT);
        }
    }

    /// The step of metrics.
    public enum Step {
        HOUR(Duration.ofHours(1)),
        FIVE_MINUTES(Duration.ofMinutes(5)),
        MINUTE(Duration.ofMinutes(1));

        private final Duration length;

        Step(Duration length) {
            this.length = length;
        }

        Duration length() {
            return length;
        }
    }

    /// What is going to be asked for, at most.
    ///
    /// @param usd by the list price, in US dollars
    public record Asked(long calls, long points, long bytes, BigDecimal usd) {
        static Asked of(Expected expected) {
            return new Asked(expected.calls(), expected.points(), expected.bytes(), expected.usd());
        }
    }

    /// One topic at one place of a plan.
    public record Part(String account, String region, String what, Asked asked) {}

    /// What could not be pulled.
    public record Missing(String account, String region, String what, String code, String sentence) {
        static Missing of(PullReport.Missing missing) {
            return new Missing(
                    missing.place().account(),
                    missing.place().region(),
                    What.word(missing.topic()),
                    missing.reason().code(),
                    missing.sentence());
        }
    }

    /// What a pull would do.
    ///
    /// @param who the user or role that asks
    public record Plan(String account, String who, List<Part> parts, Asked asked, List<Missing> missing) {}

    /// What was pulled under one name.
    public record Kept(
            String name,
            long rows,
            long accepted,
            long rejected,
            long duplicates,
            Optional<Instant> first,
            Optional<Instant> last,
            List<String> notes) {}

    /// What looking has cost.
    public record Spent(long calls, long bytes, BigDecimal usd) {
        static final Spent NOTHING = new Spent(0, 0, BigDecimal.ZERO);

        Spent plus(long moreCalls, long moreBytes, BigDecimal moreUsd) {
            return new Spent(calls + moreCalls, bytes + moreBytes, usd.add(moreUsd));
        }
    }

    /// What came of a pull.
    ///
    /// @param spent by operation, such as `cloudwatch:GetMetricData`
    /// @param month what looking has cost in this month, this pull included
    /// @param end why it ended early; empty when it did not
    public record Result(
            Plan plan,
            String batch,
            List<Kept> kept,
            List<Missing> missing,
            Map<String, Spent> spent,
            Spent month,
            Optional<Problem> end) {
        /// What the whole pull has cost.
        public Spent total() {
            return spent.values().stream()
                    .reduce(Spent.NOTHING, (sum, one) -> sum.plus(one.calls(), one.bytes(), one.usd()));
        }

        /// True when there was something to pull and nothing of it came.
        public boolean isNothing() {
            return kept.isEmpty() && !missing.isEmpty();
        }
    }

    /// What a pull would ask for and cost; nothing that costs more than a fraction of a cent is asked.
    public Plan plan(Request request, Progress progress) throws UseCaseException {
        return planned(request, progress, PullAws::plan);
    }

    /// Pulls.
    ///
    /// @throws UseCaseException of kind USAGE when it would cost more than the request allows; of kind
    ///     SOURCE when the login does not work
    public Result run(Request request, Progress progress) throws UseCaseException {
        return planned(request, progress, pull -> {
            Plan plan = plan(pull);
            if (plan.asked().usd().compareTo(request.maxCost()) > 0) {
                throw new UseCaseException(
                        UseCaseException.Kind.USAGE,
                        "HR-4010",
                        "This pull is expected to cost "
                                + PullWords.expected(plan.asked().usd()) + ", more than the "
                                + PullWords.dollars(request.maxCost())
                                + " allowed; allow more with --max-cost, or ask for fewer days, regions or accounts."
                                + " Nothing was pulled.");
            }
            return result(plan, pull.run(listener(progress)));
        });
    }

    private interface Work<T> {
        T on(AwsPull pull) throws UseCaseException;
    }

    private <T> T planned(Request request, Progress progress, Work<T> work) throws UseCaseException {
        Instant now = clock.instant();
        try (AwsPull pull =
                AwsPull.plan(workspace.storage(), AwsRequests.of(request, now), prompt, listener(progress), now)) {
            return work.on(pull);
        } catch (AwsFailureException failure) {
            throw AwsRequests.translated(failure);
        } catch (CacheException failure) {
            throw OpenWorkspace.translated(failure);
        } catch (InterruptedException stopped) {
            throw new UseCaseException(
                    UseCaseException.Kind.CANCELLED, "HR-4009", "The pull was stopped before anything was pulled.");
        }
    }

    private static Plan plan(AwsPull pull) {
        return new Plan(
                pull.identity().account(),
                pull.identity().arn(),
                pull.planned().stream()
                        .map(part -> new Part(
                                part.place().account(),
                                part.place().region(),
                                What.word(part.topic()),
                                Asked.of(part.expected())))
                        .toList(),
                Asked.of(pull.expected()),
                pull.missing().stream().map(Missing::of).toList());
    }

    private Result result(Plan plan, PullReport report) {
        Map<String, Spent> spent = new TreeMap<>();
        report.usage().forEach((operation, usage) -> spent.put(operation, spent(usage)));
        return new Result(
                plan,
                report.batch(),
                report.kept().stream().map(PullAws::kept).toList(),
                report.missing().stream().map(Missing::of).toList(),
                spent,
                month(),
                report.end().map(end -> new Problem(end.code(), end.sentence())));
    }

    private static Spent spent(CallMeter.Usage usage) {
        return new Spent(usage.calls(), usage.bytes(), usage.usd());
    }

    private static Kept kept(PullReport.Kept kept) {
        return new Kept(
                kept.name().toString(),
                kept.rows(),
                kept.accepted(),
                kept.rejected(),
                kept.duplicates(),
                kept.first(),
                kept.last(),
                kept.notes());
    }

    /// What looking has cost in this month so far, in UTC.
    public Spent month() {
        Instant from = YearMonth.now(clock.withZone(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Spent month = Spent.NOTHING;
        for (PullLedger.Meter meter : workspace.storage().pulls().meters(from)) {
            month = month.plus(meter.calls(), meter.bytes(), meter.usd());
        }
        return month;
    }

    private static PullListener listener(Progress progress) {
        return new PullListener() {
            @Override
            public void advanced(String what, long calls, long expectedCalls) {
                progress.report(expectedCalls > 0 ? "Pulling " + what : what, calls, expectedCalls);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /// The words of [What] that can be named.
    public static List<String> words() {
        return Arrays.stream(What.values()).map(What::word).toList();
    }
}
