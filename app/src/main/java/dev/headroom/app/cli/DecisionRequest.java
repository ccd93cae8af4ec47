package dev.headroom.app.cli;

import dev.headroom.app.usecase.DecideRecommendation;
import dev.headroom.app.usecase.FleetRightsizing;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.rightsizing.Decision;
import dev.headroom.engine.rightsizing.Recommendation;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a run of `rightsize` is asked about decisions.
sealed interface DecisionRequest {
    record None() implements DecisionRequest {}

    record Log() implements DecisionRequest {}

    record Realised() implements DecisionRequest {}

    /// @param resources ids of servers, or names that only one server has
    record Write(List<String> resources, Decision decision) implements DecisionRequest {
        /// The decision about each recommendation that is meant.
        ///
        /// @throws UseCaseException when a resource is not known or not unique
        List<DecideRecommendation.Request> about(FleetRightsizing fleet) throws UseCaseException {
            List<DecideRecommendation.Request> requests = new ArrayList<>();
            for (String resource : resources) {
                requests.add(new DecideRecommendation.Request(find(fleet, resource), decision));
            }
            return requests;
        }

        private static Recommendation find(FleetRightsizing fleet, String resource) throws UseCaseException {
            List<Recommendation> found =
                    matching(fleet, recommendation -> recommendation.server().id(), resource);
            if (found.isEmpty()) {
                found = matching(
                        fleet, recommendation -> recommendation.server().name(), resource);
            }
            if (found.size() != 1) {
                throw new UseCaseException(
                        UseCaseException.Kind.INPUT,
                        "HR-3033",
                        found.isEmpty()
                                ? "There is no server " + resource
                                        + " in the workspace; see the first column of rightsize."
                                : "More than one server is called " + resource + "; name it by its id.");
            }
            return found.getFirst();
        }

        private static List<Recommendation> matching(
                FleetRightsizing fleet, Function<Recommendation, String> key, String wanted) {
            return fleet.recommendations().stream()
                    .filter(recommendation -> key.apply(recommendation).equals(wanted))
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
