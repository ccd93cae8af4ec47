package dev.headroom.app.cli;

import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.DecisionSubject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a command is asked about decisions.
sealed interface DecisionRequest {
    record None() implements DecisionRequest {}

    record Log() implements DecisionRequest {}

    record Realised() implements DecisionRequest {}

    /// @param resources ids, or names that only one thing has
    record Write(List<String> resources, Decision decision) implements DecisionRequest {
        /// The decision about each piece of advice that is meant; of waste a resource may have several
        /// findings, and the decision is about all of them.
        ///
        /// @throws UseCaseException when a resource is not known or not unique
        List<DecideRecommendation.Request> about(List<DecisionSubject> subjects) throws UseCaseException {
            List<DecideRecommendation.Request> requests = new ArrayList<>();
            for (String resource : resources) {
                for (DecisionSubject subject : find(subjects, resource)) {
                    requests.add(new DecideRecommendation.Request(subject, decision));
                }
            }
            return requests;
        }

        private static List<DecisionSubject> find(List<DecisionSubject> subjects, String resource)
                throws UseCaseException {
            List<DecisionSubject> found = matching(subjects, DecisionSubject::resource, resource);
            if (found.isEmpty()) {
                found = matching(subjects, DecisionSubject::name, resource);
            }
            if (found.isEmpty()) {
                throw refused("There is no advice about " + resource
                        + " in the workspace; name it as the table of the command does.");
            }
            if (found.stream().map(DecisionSubject::resource).distinct().count() != 1) {
                throw refused("More than one server is called " + resource + "; name it by its id.");
            }
            return found;
        }

        private static UseCaseException refused(String message) {
            return new UseCaseException(UseCaseException.Kind.INPUT, "HR-3033", message);
        }

        private static List<DecisionSubject> matching(
                List<DecisionSubject> subjects, Function<DecisionSubject, String> key, String wanted) {
            return subjects.stream()
                    .filter(subject -> key.apply(subject).equals(wanted))
                    .toList();
        }
    }

    /// @param refusal makes the exception of a wrong usage
    static DecisionRequest of(
            @Nullable DecisionChoice choice,
            @Nullable String reason,
            @Nullable String until,
            Function<String, RuntimeException> refusal) {
        boolean reasoned = choice != null && (!choice.dismiss.isEmpty() || !choice.reopen.isEmpty());
        if (reason != null && !reasoned) {
            throw refusal.apply("--reason goes with --dismiss or --reopen.");
        }
        if (until != null && (choice == null || choice.snooze.isEmpty())) {
            throw refusal.apply("--until goes with --snooze.");
        }
        if (choice == null) {
            return new None();
        }
        if (choice.decisions) {
            return new Log();
        }
        if (choice.realised) {
            return new Realised();
        }
        if (!choice.accept.isEmpty()) {
            return new Write(choice.accept, new Decision.Accept());
        }
        if (!choice.done.isEmpty()) {
            return new Write(choice.done, new Decision.Done());
        }
        if (!choice.reopen.isEmpty()) {
            return new Write(choice.reopen, new Decision.Reopen(reason == null ? "" : reason));
        }
        if (!choice.dismiss.isEmpty()) {
            if (reason == null || reason.isBlank()) {
                throw refusal.apply("--dismiss needs --reason TEXT: why it will not be done.");
            }
            return new Write(choice.dismiss, new Decision.Dismiss(reason.strip()));
        }
        if (until == null) {
            throw refusal.apply("--snooze needs --until DATE, such as 2027-01-31.");
        }
        try {
            return new Write(choice.snooze, new Decision.Snooze(LocalDate.parse(until)));
        } catch (DateTimeParseException e) {
            throw refusal.apply("--until (" + until + ") must be a date such as 2027-01-31.");
        }
    }
}
