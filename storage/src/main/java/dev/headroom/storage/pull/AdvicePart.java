package dev.headroom.storage.pull;

import dev.headroom.storage.advice.ProviderAdvice;
import dev.headroom.storage.cache.AdviceLog;
import dev.headroom.storage.source.SourceException;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.source.aws.AwsFailureException.Reason;
import dev.headroom.storage.source.aws.CallPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What AWS itself says, one question after the other. One that is denied is told, and the others are asked.
final class AdvicePart implements PullPart {
    private final PullTopic topic;
    private final Place place;
    private final AdviceLog log;
    private final List<Question> questions;
    private final Instant now;

    /// @param operation by which it is priced, such as `ce:GetAnomalies`
    /// @param requests how many it takes at least
    /// @param keeping what becomes of what was said before
    record Question(ProviderAdvice.Kind kind, String operation, int requests, Keeping keeping, Answer answer) {}

    /// What becomes of what was said before.
    enum Keeping {
        /// It holds only when it is said again.
        REPLACE,
        /// It stays beside what is said now.
        ADD
    }

    /// Asks AWS.
    @FunctionalInterface
    interface Answer {
        List<? extends ProviderAdvice> ask() throws AwsFailureException;
    }

    AdvicePart(PullTopic topic, Place place, AdviceLog log, List<Question> questions, Instant now) {
        this.topic = topic;
        this.place = place;
        this.log = log;
        this.questions = List.copyOf(questions);
        this.now = now;
    }

    @Override
    public PullTopic topic() {
        return topic;
    }

    @Override
    public Place place() {
        return place;
    }

    /// At least: an account with much to tell has several pages.
    @Override
    public Expected expected() {
        long calls = questions.stream().mapToLong(Question::requests).sum();
        BigDecimal usd = questions.stream()
                .map(question -> CallPrice.of(question.operation(), question.requests()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Expected(calls, 0, 0, usd);
    }

    @Override
    public void run(PullDesk desk) throws AwsFailureException, SourceException, InterruptedException {
        desk.each(this, questions, question -> {
            keep(question, said(question, desk), desk);
            desk.answered(place.path(question.kind().code()), question.requests());
        });
    }

    private static List<? extends ProviderAdvice> said(Question question, PullDesk desk)
            throws AwsFailureException, InterruptedException {
        try {
            return desk.asked(question.answer()::ask);
        } catch (AwsFailureException failure) {
            if (failure.reason() == Reason.NO_DATA) {
                return List.of();
            }
            throw failure;
        }
    }

    private void keep(Question question, List<? extends ProviderAdvice> said, PullDesk desk) {
        AdviceLog.Origin origin = new AdviceLog.Origin(question.kind(), place.account(), place.region());
        long fresh = switch (question.keeping()) {
            case REPLACE -> log.replace(origin, said, now);
            case ADD -> log.add(origin, said, now);
        };
        desk.told(new PullReport.Kept(
                place.path(question.kind().code()),
                question.kind().code(),
                said.size(),
                fresh,
                0,
                said.size() - fresh,
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }
}
