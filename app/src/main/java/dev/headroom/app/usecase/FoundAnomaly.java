package dev.headroom.app.usecase;

import dev.headroom.engine.anomaly.Episode;
import dev.headroom.engine.anomaly.JudgedRow;
import dev.headroom.engine.anomaly.RootCause;
import dev.headroom.engine.anomaly.Urgency;
import dev.headroom.engine.digest.ContentDigest;
import dev.headroom.engine.quantity.MeasureUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// An episode of a series of the workspace.
///
/// @param unit of a metric; empty for costs, which are in the currency of the subject
/// @param stepSeconds between two rows
/// @param course the judged rows around the episode
/// @param causes where the impact arose, the largest contribution first; empty for metrics
/// @param together what else changed: parts or wholes of the same cost, or other metrics at the same time
/// @param group what the servers have in common that moved as one, such as `archetype web`; empty when it is
///     one server
public record FoundAnomaly(
        AnomalySubject subject,
        Episode episode,
        Urgency urgency,
        Optional<MeasureUnit> unit,
        double stepSeconds,
        List<JudgedRow> course,
        List<RootCause.Share> causes,
        List<Companion> together,
        String group) {
    private static final int ID_LENGTH = 8;

    public FoundAnomaly {
        course = List.copyOf(course);
        causes = List.copyOf(causes);
        together = List.copyOf(together);
    }

    /// Something that changed at the same time.
    ///
    /// @param impact of costs that of the episode, of metrics the mean distance from what was expected
    public record Companion(AnomalySubject subject, Instant start, double impact, Relation relation) {
        public String title() {
            return subject.title();
        }
    }

    public enum Relation {
        /// A narrower or wider view of the same cost.
        SAME_COST,
        /// Another metric of the same server.
        SAME_SERVER,
        /// A metric of a server of the same group, which moved as one.
        SAME_GROUP,
        /// A metric of another server.
        OTHER_SERVER
    }

    /// Eight hexadecimal digits; the same as long as the rows up to the alert are the same.
    public String id() {
        return idOf(subject.key(), start());
    }

    static String idOf(String subjectKey, Instant start) {
        return ContentDigest.sha256(subjectKey + "@" + start).substring(0, ID_LENGTH);
    }

    public Instant start() {
        return Instant.ofEpochSecond(episode.start());
    }

    public Instant last() {
        return Instant.ofEpochSecond(episode.last());
    }

    public LocalDate startDay() {
        return LocalDate.ofInstant(start(), ZoneOffset.UTC);
    }

    public boolean isCost() {
        return subject instanceof AnomalySubject.Cost;
    }

    /// Such as `web-01 cpu`, or `web-01 cpu and 11 more of archetype web`.
    public String title() {
        long more = others();
        return subject.title() + (more == 0 ? "" : " and " + more + " more of " + group);
    }

    /// How many other servers of its group moved as one with it.
    public long others() {
        return together.stream()
                .filter(other -> other.relation() == Relation.SAME_GROUP)
                .map(other -> other.subject().resource())
                .distinct()
                .count();
    }

    /// The same with what else changed.
    FoundAnomaly with(List<Companion> others) {
        return new FoundAnomaly(subject, episode, urgency, unit, stepSeconds, course, causes, others, group);
    }

    /// The same as the voice of an event of several metrics.
    ///
    /// @param common what the servers have in common; empty when it is one server
    FoundAnomaly ofEvent(Urgency whole, List<Companion> others, String common) {
        return new FoundAnomaly(subject, episode, whole, unit, stepSeconds, course, causes, others, common);
    }

    FoundAnomaly causedBy(List<RootCause.Share> shares) {
        return new FoundAnomaly(subject, episode, urgency, unit, stepSeconds, course, shares, together, group);
    }
}
