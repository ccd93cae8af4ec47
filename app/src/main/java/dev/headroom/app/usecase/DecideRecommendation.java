package dev.headroom.app.usecase;

import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionEvent;
import dev.headroom.engine.rightsizing.DecisionSubject;
import dev.headroom.engine.rightsizing.Recommendation;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.DecisionEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Accepts, dismisses, snoozes or reopens recommendations and other advice, and tells what was decided so far.
public final class DecideRecommendation {
    /// The longest reason, in characters.
    public static final int LONGEST_REASON = 500;

    private final OpenWorkspace workspace;
    private final Clock clock;

    /// @param clock tells when a decision is taken; its zone tells the day of the user
    public DecideRecommendation(OpenWorkspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /// One decision about one piece of advice.
    public record Request(DecisionSubject about, Decision decision) {
        public Request(Recommendation about, Decision decision) {
            this(DecisionSubject.of(about), decision);
        }
    }

    /// An entry of the log.
    ///
    /// @param hash SHA-256 over the content and the hash of the entry before
    public record Logged(long number, DecisionEvent event, String hash) {}

    /// Writes the decisions into the log, all or none.
    ///
    /// @return the decisions that hold now
    /// @throws UseCaseException when a recommendation leaves nothing to decide, a dismissal has no reason or a
    ///     snooze does not end after today; nothing is then written
    public Decisions run(List<Request> requests) throws UseCaseException {
        Instant now = clock.instant();
        List<DecisionEvent> events = new ArrayList<>();
        for (Request request : requests) {
            check(request);
            events.add(DecisionEvent.of(request.about(), request.decision(), now));
        }
        try {
            workspace.storage().decisions().append(events);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
        return current();
    }

    private void check(Request request) throws UseCaseException {
        String server = request.about().name();
        if (request.about().target().isEmpty()) {
            throw new UseCaseException(
                    UseCaseException.Kind.INPUT,
                    "HR-3030",
                    "There is nothing to decide about " + server + ": its advice is "
                            + request.about().advice() + ".");
        }
        switch (request.decision()) {
            case Decision.Dismiss(String reason) -> {
                if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                    throw new UseCaseException(
                            UseCaseException.Kind.USAGE,
                            "HR-3031",
                            "A dismissal of " + server + " needs a reason of at most " + LONGEST_REASON
                                    + " characters; say why it will not be done.");
                }
            }
            case Decision.Snooze(LocalDate until) -> {
                if (!until.isAfter(LocalDate.now(clock))) {
                    throw new UseCaseException(
                            UseCaseException.Kind.USAGE,
                            "HR-3032",
                            "A snooze of " + server + " until " + until + " would be over; choose a date after "
                                    + LocalDate.now(clock) + ".");
                }
            }
            case Decision.Accept accept -> {}
            case Decision.Reopen reopen -> {}
            case Decision.Done done -> {}
        }
    }

    /// The decisions that hold now.
    public Decisions current() throws UseCaseException {
        try {
            List<DecisionEntry> latest = workspace.storage().decisions().latest();
            Map<String, DecisionEvent> events = latest.stream()
                    .map(DecisionEntry::event)
                    .collect(Collectors.toMap(DecisionEvent::key, Function.identity()));
            long entries =
                    latest.stream().mapToLong(DecisionEntry::number).max().orElse(0);
            return new Decisions(entries, LocalDate.now(clock), events);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Everything that was ever decided, the first decision first.
    public List<Logged> log() throws UseCaseException {
        try {
            return workspace.storage().decisions().entries().stream()
                    .map(entry -> new Logged(entry.number(), entry.event(), entry.hash()))
                    .toList();
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }
}
