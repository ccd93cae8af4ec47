package dev.headroom.storage.source.aws;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/// Leaves a service of a region alone for a while after it failed several times in a row, each time after all
/// its attempts, so that what is down does not hold up what is not: a circuit breaker (Nygard, Release It!,
/// 2007). After the pause one call is let through; when it succeeds, all are. The same for the network as a
/// whole. Safe for use by several threads.
final class Breaker {
    private static final int MOST_FAILURES = 3;
    private static final int MOST_UNREACHABLE = 6;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String NETWORK = "network";
    private static final Pattern OF_REGION = Pattern.compile("\\d{12}/[a-z0-9-]+");

    private final LongSupplier nanos;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    Breaker() {
        this(System::nanoTime);
    }

    /// @param nanos a clock that only runs forward
    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// @param openedAt when it was last left alone; meaningless below the most failures
    private record Count(int failures, long openedAt, AwsFailureException last) {}

    /// Refuses a call to what is left alone.
    ///
    /// @param action such as `ec2:DescribeInstances`
    /// @param place such as `111122223333/eu-central-1`
    /// @throws AwsFailureException with the reason of the last failure
    void check(String action, String place) throws AwsFailureException {
        check(NETWORK, MOST_UNREACHABLE, action, place);
        check(service(action, place), MOST_FAILURES, action, place);
    }

    private void check(String subject, int most, String action, String place) throws AwsFailureException {
        Count count = counts.get(subject);
        if (count == null || count.failures() < most) {
            return;
        }
        long now = nanos.getAsLong();
        boolean isPast = now - count.openedAt() >= PAUSE.toNanos();
        // Who takes the turn makes the others wait for another pause.
        if (!isPast || !counts.replace(subject, count, new Count(count.failures(), now, count.last()))) {
            throw new AwsFailureException(
                    count.last().reason(),
                    action + " in " + place + " was not asked, because "
                            + (subject.equals(NETWORK) ? "the network" : "the service") + " failed " + most
                            + " times in a row; pull again later.",
                    count.last());
        }
    }

    void succeeded(String action, String place) {
        counts.remove(NETWORK);
        counts.remove(service(action, place));
    }

    /// @param failure one that says nothing about the call itself
    void failed(String action, String place, AwsFailureException failure) {
        count(service(action, place), failure);
        if (failure.reason() == AwsFailureException.Reason.UNREACHABLE) {
            count(NETWORK, failure);
        }
    }

    private void count(String subject, AwsFailureException failure) {
        counts.merge(
                subject,
                new Count(1, nanos.getAsLong(), failure),
                (before, one) -> new Count(before.failures() + 1, one.openedAt(), failure));
    }

    /// Services are up or down, and slow calls down, by region; where no region is named, as a whole.
    private static String service(String action, String place) {
        String service = action.substring(0, action.indexOf(':'));
        return OF_REGION.matcher(place).matches() ? service + "@" + place.substring(place.indexOf('/') + 1) : service;
    }
}
