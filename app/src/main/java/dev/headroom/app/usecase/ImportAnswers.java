package dev.headroom.app.usecase;

import dev.headroom.engine.quantity.CurrencyCode;
import dev.headroom.engine.series.Statistic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the user says about a file, question by question.
public record ImportAnswers(List<Answer> given) {
    public ImportAnswers {
        given = List.copyOf(given);
    }

    public record Answer(ImportQuestion question, String text) {}

    public static ImportAnswers none() {
        return new ImportAnswers(List.of());
    }

    /// The answer to a question, as it was given.
    public Optional<String> to(ImportQuestion question) {
        return given.stream()
                .filter(answer -> answer.question().isAbout(question))
                .map(Answer::text)
                .findFirst();
    }

    /// The same with one more answer, which replaces an earlier one to the same question.
    public ImportAnswers with(ImportQuestion question, String text) {
        List<Answer> all = new ArrayList<>(given);
        all.removeIf(answer -> answer.question().isAbout(question));
        all.add(new Answer(question, text.strip()));
        return new ImportAnswers(all);
    }

    /// Why a text is no answer; empty when it is one.
    public static Optional<String> problem(ImportQuestion question, String text) {
        String said = text.strip();
        return switch (question.kind()) {
            case CURRENCY ->
                currency(said).isPresent() ? Optional.empty() : Optional.of("A currency is a code such as USD.");
            case STATISTIC ->
                statistic(said).isPresent()
                        ? Optional.empty()
                        : Optional.of("A statistic is mean, max, p95, min, sum or last.");
            case UNIT, METRIC, RESOURCE ->
                said.isEmpty() ? Optional.of("Say something, or leave the file out.") : Optional.empty();
        };
    }

    private static Optional<CurrencyCode> currency(String text) {
        try {
            return Optional.of(new CurrencyCode(text.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException noCode) {
            return Optional.empty();
        }
    }

    private static Optional<Statistic> statistic(String text) {
        return Statistic.ofCode(text.toLowerCase(Locale.ROOT));
    }

    private Optional<String> of(ImportQuestion.Kind kind) {
        return given.stream()
                .filter(answer -> answer.question().kind() == kind)
                .map(Answer::text)
                .findFirst();
    }

    /// A request for files about which this is said.
    public ImportRequest request(List<Path> paths) {
        Map<String, String> units = new LinkedHashMap<>();
        given.stream()
                .filter(answer -> answer.question().kind() == ImportQuestion.Kind.UNIT)
                .forEach(
                        answer -> units.put(answer.question().about().strip().toLowerCase(Locale.ROOT), answer.text()));
        return new ImportRequest(
                paths,
                of(ImportQuestion.Kind.CURRENCY).flatMap(ImportAnswers::currency),
                units,
                of(ImportQuestion.Kind.STATISTIC).flatMap(ImportAnswers::statistic),
                of(ImportQuestion.Kind.METRIC),
                of(ImportQuestion.Kind.RESOURCE),
                Optional.empty(),
                ImportRequest.KubernetesCost.ON_A_BILL);
    }
}
