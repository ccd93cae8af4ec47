package dev.headroom.storage.pull;

import dev.headroom.storage.ingest.FileReport;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.CallMeter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// What came of a pull.
///
/// @param batch under which it stands in the list of imports
/// @param usage what was asked, by operation
/// @param end why it ended before everything was pulled; empty when it did not
public record PullReport(
        String batch,
        List<Kept> kept,
        List<Missing> missing,
        Expected expected,
        SortedMap<String, CallMeter.Usage> usage,
        Optional<End> end) {
    public PullReport {
        kept = List.copyOf(kept);
        missing = List.copyOf(missing);
    }

    /// Why a pull ended early. What was complete is kept, and the same pull goes on from there.
    ///
    /// @param code such as `HR-4002`
    public record End(String code, String sentence) {}

    /// What was pulled under one name.
    public record Kept(
            Path name,
            String format,
            long rows,
            long accepted,
            long rejected,
            long duplicates,
            Optional<Instant> first,
            Optional<Instant> last,
            List<String> notes) {
        static Kept of(FileReport report) {
            return new Kept(
                    report.path(),
                    report.format().code(),
                    report.rows(),
                    report.accepted(),
                    report.rejected(),
                    report.duplicates(),
                    report.first(),
                    report.last(),
                    report.notes());
        }

        Kept plus(Kept other) {
            Set<String> told = new LinkedHashSet<>(notes);
            told.addAll(other.notes);
            return new Kept(
                    name,
                    format,
                    rows + other.rows,
                    accepted + other.accepted,
                    rejected + other.rejected,
                    duplicates + other.duplicates,
                    first.isEmpty()
                                    || other.first
                                            .filter(at -> at.isBefore(first.get()))
                                            .isPresent()
                            ? other.first
                            : first,
                    last.isEmpty()
                                    || other.last
                                            .filter(at -> at.isAfter(last.get()))
                                            .isPresent()
                            ? other.last
                            : last,
                    new ArrayList<>(told));
        }
    }

    /// What could not be pulled.
    public record Missing(PullTopic topic, Place place, AwsFailureException.Reason reason, String sentence) {
        /// What a failure leaves out.
        ///
        /// @throws AwsFailureException the failure itself, when the login does not work
        static Missing of(AwsFailureException failure, PullTopic topic, Place place) throws AwsFailureException {
            if (failure.reason().endsAll()) {
                throw failure;
            }
            return new Missing(topic, place, failure.reason(), String.valueOf(failure.getMessage()));
        }
    }
}
