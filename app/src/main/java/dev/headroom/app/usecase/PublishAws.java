package dev.headroom.app.usecase;

import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.publish.Publication;
import dev.headroom.storage.publish.PublishListener;
import dev.headroom.storage.publish.PublishSwitch;
import dev.headroom.storage.pull.PullMeter;
import dev.headroom.storage.source.aws.AwsConnection;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsLogin;
import dev.headroom.storage.source.aws.CallMeter;
import dev.headroom.storage.source.aws.MfaPrompt;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Writes to AWS what a user has switched on, and of that only what is new. Planning asks nothing of AWS.
public final class PublishAws {
    private static final String ANYWHERE = "us-east-1";

    private final OpenWorkspace workspace;
    private final Clock clock;
    private final MfaPrompt prompt;

    /// @param codes asks for the code of an MFA device; gives nothing when nobody can be asked
    public PublishAws(OpenWorkspace workspace, Clock clock, PullAws.CodePrompt codes) {
        this.workspace = workspace;
        this.clock = clock;
        prompt = codes::code;
    }

    /// What can be written.
    public enum What {
        SERIES(Publication.SERIES),
        METRICS(Publication.METRICS),
        ALERTS(Publication.ALERTS);

        private final Publication publication;

        What(Publication publication) {
            this.publication = publication;
        }

        Publication publication() {
            return publication;
        }

        static What of(Publication publication) {
            return Arrays.stream(values())
                    .filter(what -> what.publication == publication)
                    .findFirst()
                    .orElseThrow();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<What> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(what -> what.word().equals(word))
                    .findFirst();
        }
    }

    /// @param what of what is switched on; empty for all of it
    /// @param profile of the configuration of AWS; empty for the default chain
    /// @param region for metrics; empty for the one of the profile or the environment
    /// @param since months of series and anomalies from this day on; empty for all series and the anomalies of
    ///     the last week
    /// @param maxCost in US dollars
    public record Request(
            Set<What> what,
            Optional<String> profile,
            Optional<String> region,
            Optional<LocalDate> since,
            BigDecimal maxCost) {
        public Request {
            what = Set.copyOf(what);
        }
    }

    /// An object, a metric or a message.
    ///
    /// @param values rows of an object, models behind a metric
    /// @param bytes of an object that is still to be written about how many
    public record Item(String name, long values, long bytes) {}

    /// What of one thing that is switched on is to be written.
    ///
    /// @param usd at list prices, at most; of metrics for a whole month
    public record Part(What what, String target, List<Item> items, long calls, BigDecimal usd) {
        public Part {
            items = List.copyOf(items);
        }

        static Part of(PublishSwitch how, List<Item> items, long calls, BigDecimal usd) {
            return new Part(What.of(how.what()), how.target(), items, calls, usd);
        }

        public long bytes() {
            return items.stream().mapToLong(Item::bytes).sum();
        }
    }

    /// What would be written, one part for each thing that is switched on.
    public record Plan(List<Part> parts) {
        public Plan {
            parts = List.copyOf(parts);
        }

        public long calls() {
            return parts.stream().mapToLong(Part::calls).sum();
        }

        public long bytes() {
            return parts.stream().mapToLong(Part::bytes).sum();
        }

        public BigDecimal usd() {
            return parts.stream().map(Part::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /// What was written of one thing.
    public record Written(What what, String target, List<Item> items) {
        public Written {
            items = List.copyOf(items);
        }
    }

    /// What could not be written.
    public record Missing(What what, String target, String code, String sentence) {}

    /// What came of it.
    ///
    /// @param spent by operation, such as `s3:PutObject`
    /// @param month what AWS has been asked and has cost in this month, this included
    /// @param end why it ended early; empty when it did not
    public record Result(
            Plan plan,
            List<Written> written,
            List<Missing> missing,
            Map<String, PullAws.Spent> spent,
            PullAws.Spent month,
            Optional<Problem> end) {
        public PullAws.Spent total() {
            return spent.values().stream()
                    .reduce(PullAws.Spent.NOTHING, (sum, one) -> sum.plus(one.calls(), one.bytes(), one.usd()));
        }

        /// True when there was something to write and nothing of it was.
        public boolean isNothing() {
            return !missing.isEmpty()
                    && written.stream().allMatch(one -> one.items().isEmpty());
        }
    }

    /// What would be written. AWS is not asked.
    ///
    /// @throws UseCaseException of kind USAGE when nothing is switched on, or not what is asked for
    public Plan plan(Request request, Progress progress) throws UseCaseException {
        return plan(parts(request, progress));
    }

    private static Plan plan(List<PublishPart> parts) {
        return new Plan(parts.stream().map(PublishPart::planned).toList());
    }

    /// Writes what is new. What is complete is kept, whatever happens later.
    ///
    /// @throws UseCaseException of kind USAGE also when it would cost more than the request allows
    public Result run(Request request, Progress progress) throws UseCaseException {
        List<PublishPart> parts = parts(request, progress);
        Plan plan = plan(parts);
        if (plan.usd().compareTo(request.maxCost()) > 0) {
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-4053",
                    "This is expected to cost " + PullWords.expected(plan.usd()) + ", more than the "
                            + PullWords.dollars(request.maxCost())
                            + " allowed; allow more with --max-cost. Nothing was written.");
        }
        CallMeter meter = new CallMeter();
        List<Missing> missing = new ArrayList<>();
        Optional<Problem> end;
        try {
            end = run(parts, AwsRequests.login(request.profile()), meter, missing);
        } catch (CacheException failure) {
            throw OpenWorkspace.translated(failure);
        } finally {
            PullMeter.note(workspace.storage().pulls(), meter, clock.instant());
        }
        Map<String, PullAws.Spent> spent = new TreeMap<>();
        meter.usage()
                .forEach((operation, usage) ->
                        spent.put(operation, new PullAws.Spent(usage.calls(), usage.bytes(), usage.usd())));
        return new Result(
                plan,
                parts.stream()
                        .map(part -> new Written(
                                What.of(part.how().what()), part.how().target(), part.written()))
                        .toList(),
                missing,
                spent,
                new PullAws(workspace, clock, prompt::code).month(),
                end);
    }

    /// @return why it ended early; empty when it did not
    private Optional<Problem> run(List<PublishPart> parts, AwsLogin login, CallMeter meter, List<Missing> missing)
            throws UseCaseException {
        List<PublishPart> open =
                parts.stream().filter(part -> !part.planned().items().isEmpty()).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        // One login for all roles, so that the code of a device is asked for once.
        try (AwsConnection connection =
                AwsConnection.open(login, open.getFirst().region(), prompt, meter)) {
            for (PublishPart part : open) {
                try {
                    run(part, connection);
                } catch (AwsFailureException failure) {
                    if (failure.reason().endsAll()) {
                        throw failure;
                    }
                    missing.add(new Missing(
                            What.of(part.how().what()),
                            part.how().target(),
                            failure.reason().code(),
                            String.valueOf(failure.getMessage())));
                }
            }
            return Optional.empty();
        } catch (AwsFailureException failure) {
            return Optional.of(new Problem(failure.reason().code(), String.valueOf(failure.getMessage())));
        } catch (InterruptedException stopped) {
            return Optional.of(new Problem(
                    "HR-4054", "Stopped; what is complete is written, and the same command writes the rest."));
        }
    }

    private static void run(PublishPart part, AwsConnection login)
            throws AwsFailureException, InterruptedException, UseCaseException {
        Optional<String> role = part.how().role();
        if (role.isEmpty()) {
            part.run(login);
            return;
        }
        try (AwsConnection taken = login.in(new AwsLogin.Role(role.get(), Optional.empty(), Optional.empty()))) {
            part.run(taken);
        }
    }

    private List<PublishPart> parts(Request request, Progress progress) throws UseCaseException {
        List<PublishPart> parts = new ArrayList<>();
        try {
            for (PublishSwitch how : chosen(request)) {
                parts.add(part(how, request, progress));
            }
            return parts;
        } catch (AwsFailureException failure) {
            throw AwsRequests.translated(failure);
        } catch (CacheException failure) {
            throw OpenWorkspace.translated(failure);
        } catch (InterruptedException stopped) {
            throw new UseCaseException(
                    UseCaseException.Kind.CANCELLED, "HR-4054", "Stopped before anything was written.");
        }
    }

    private List<PublishSwitch> chosen(Request request) throws UseCaseException {
        List<PublishSwitch> on = new PublishSettings(workspace).all();
        if (on.isEmpty()) {
            throw PublishSettings.nothingIsOn();
        }
        Set<What> off = EnumSet.noneOf(What.class);
        off.addAll(request.what());
        on.forEach(how -> off.remove(What.of(how.what())));
        if (!off.isEmpty()) {
            String word = off.iterator().next().word();
            throw new UseCaseException(
                    UseCaseException.Kind.USAGE,
                    "HR-4052",
                    "Writing " + word + " is not switched on; switch it on with headroom publish aws --allow " + word
                            + ".");
        }
        return on.stream()
                .filter(how -> request.what().isEmpty() || request.what().contains(What.of(how.what())))
                .toList();
    }

    private PublishPart part(PublishSwitch how, Request request, Progress progress)
            throws AwsFailureException, InterruptedException, UseCaseException {
        Instant now = clock.instant();
        Optional<String> region =
                request.region().or(() -> AwsConnection.usualRegion(AwsRequests.login(request.profile())));
        return switch (how.what()) {
            case SERIES ->
                PublishedSeries.of(workspace, how, region.orElse(ANYWHERE), request.since(), now, listener(progress));
            case METRICS ->
                PublishedScores.of(
                        workspace,
                        how,
                        region.orElseThrow(() -> new UseCaseException(
                                UseCaseException.Kind.USAGE,
                                "HR-4011",
                                "Neither the profile nor the environment names a region for the metrics; name one with"
                                        + " --region, such as --region eu-central-1.")),
                        now,
                        progress);
            case ALERTS ->
                PublishedAlerts.of(workspace, how, request.since(), new SendAlerts(workspace, clock), progress);
        };
    }

    private static PublishListener listener(Progress progress) {
        return new PublishListener() {
            @Override
            public void advanced(String what, long done, long total) {
                progress.report(what, done, total);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }
}
