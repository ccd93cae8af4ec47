package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.engine.drift.DriftVerdict;
import dev.headroom.engine.model.ModelSpec;
import dev.headroom.engine.quantity.ResourceKind;
import dev.headroom.storage.cache.ComputedBy;
import dev.headroom.storage.cache.ForecastLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models are trained, watched against what happens, trained again when they drifted, promoted and rolled back.
class RetrainModelsTest {
    private static final String FIRST = ShiftedFleet.series(0);

    @TempDir
    Path folder;

    private static TrainModels.Request request(String... models) {
        return new TrainModels.Request(List.of(), List.of(models), 28, 3, 42);
    }

    private static RetrainReport retrain(
            ShiftedFleet fleet, RetrainModels.When when, RetrainModels.Effect effect, String... models)
            throws UseCaseException {
        return new RetrainModels(fleet.workspace(), Shapes.shipped(), ShiftedFleet.CLOCK)
                .run(request(models), when, effect, Progress.NONE);
    }

    private static SeriesForecast forecast(ShiftedFleet fleet) throws UseCaseException {
        return new ForecastSeries(fleet.workspace(), Shapes.shipped())
                .run(ForecastRequest.dailyP95("web-0", ResourceKind.CPU, 28));
    }

    @Test
    void onlyTheModelsThatDriftedAreTrainedAgain() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 20, 3)) {
            fleet.importDays(0, ShiftedFleet.KNOWN);
            RetrainReport first = retrain(fleet, RetrainModels.When.IF_DRIFTED, RetrainModels.Effect.WRITE, "ets");
            assertThat(first.rows()).extracting(row -> row.drift().verdict()).containsOnly("no version");

            // Whether it beat the automatic model does not matter here.
            for (int server = 0; server < 20; server++) {
                new PromoteModel(fleet.workspace(), ShiftedFleet.CLOCK)
                        .promote(ShiftedFleet.series(server), 1, "For the test");
            }

            fleet.importDays(ShiftedFleet.KNOWN, ShiftedFleet.KNOWN + 24);
            retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.DRY_RUN, "ets")
                    .rows()
                    .forEach(row -> {
                        assertThat(row.outcome()).isEqualTo(RetrainReport.Outcome.WOULD_TRAIN);
                    });
            List<SeriesDrift> drifts =
                    new CheckDrift(fleet.workspace(), Shapes.shipped()).run(List.of(), Progress.NONE);
            assertThat(drifts.stream().filter(SeriesDrift::isDrifted).map(SeriesDrift::series))
                    .contains(ShiftedFleet.series(0), ShiftedFleet.series(1), ShiftedFleet.series(2))
                    .hasSizeLessThanOrEqualTo(4);
            SeriesDrift shifted = drifts.getFirst();
            assertThat(shifted.reason())
                    .contains("the forecasts are too low by 1")
                    .contains("are spread differently");

            int before = new ListModels(fleet.workspace()).run(List.of()).size();
            RetrainReport again = retrain(fleet, RetrainModels.When.IF_DRIFTED, RetrainModels.Effect.WRITE, "ets");
            long due = drifts.stream()
                    .filter(drift -> drift.isDrifted() || drift.promoted().isEmpty())
                    .count();
            assertThat(new ListModels(fleet.workspace()).run(List.of())).hasSize(before + (int) due);
            assertThat(again.drifted())
                    .isEqualTo(drifts.stream().filter(SeriesDrift::isDrifted).count());
            assertThat(new VerifyWorkspace(fleet.workspace()).run().problems()).isEmpty();
        }
    }

    @Test
    void stableModelsAreLeftAloneAndThatIsSaid() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 1, 0)) {
            fleet.importDays(0, ShiftedFleet.KNOWN);
            retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.WRITE, "auto");
            fleet.importDays(ShiftedFleet.KNOWN, ShiftedFleet.KNOWN + 20);
            int events = new ListModels(fleet.workspace()).log().size();
            RetrainReport report = retrain(fleet, RetrainModels.When.IF_DRIFTED, RetrainModels.Effect.WRITE, "auto");
            assertThat(report.rows().getFirst().drift().report().orElseThrow().verdict())
                    .isEqualTo(DriftVerdict.STABLE);
            assertThat(report.sentence()).isEqualTo("1 series checked, 0 drifted: 1 kept");
            assertThat(new ListModels(fleet.workspace()).log()).hasSize(events);
        }
    }

    @Test
    void theFirstDaysAreTooLittleEvidence() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 1, 1)) {
            fleet.importDays(0, ShiftedFleet.KNOWN);
            retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.WRITE, "auto");
            fleet.importDays(ShiftedFleet.KNOWN, ShiftedFleet.KNOWN + 5);
            assertThat(new CheckDrift(fleet.workspace(), Shapes.shipped())
                            .run(List.of("web-0"), Progress.NONE)
                            .getFirst()
                            .verdict())
                    .isEqualTo("too little evidence");
        }
    }

    @Test
    void aWorseModelStaysACandidateAndTheForecastStaysTheSame() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 1, 0)) {
            fleet.importDays(0, ShiftedFleet.KNOWN);
            SeriesForecast before = forecast(fleet);
            RetrainReport report = retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.WRITE, "drift");
            RetrainReport.Row row = report.rows().getFirst();
            assertThat(row.outcome()).isEqualTo(RetrainReport.Outcome.CANDIDATE);
            assertThat(row.newError()).isGreaterThan(row.oldError());
            assertThat(row.why()).startsWith("Worse than auto at the same 3 origins");
            assertThat(forecast(fleet).forecast().point())
                    .isEqualTo(before.forecast().point());

            ModelSummary promoted =
                    new PromoteModel(fleet.workspace(), ShiftedFleet.CLOCK).promote(FIRST, 1, "To see a line");
            assertThat(promoted.state()).isEqualTo("promoted");
            SeriesForecast line = forecast(fleet);
            assertThat(line.provenance().spec()).isEqualTo(new ModelSpec.Drift());
            assertThat(line.forecast().point()).isNotEqualTo(before.forecast().point());
            assertThat(new CompareVersions(fleet.workspace(), Shapes.shipped())
                            .run(FIRST, 1, 1)
                            .sentence())
                    .contains("the same model");

            ListModels.Event back = new PromoteModel(fleet.workspace(), ShiftedFleet.CLOCK).rollBack(FIRST, "Seen");
            assertThat(back.version()).isZero();
            assertThat(forecast(fleet).forecast().point())
                    .isEqualTo(before.forecast().point());
            assertThatThrownBy(() -> new PromoteModel(fleet.workspace(), ShiftedFleet.CLOCK).rollBack(FIRST, "Again"))
                    .isInstanceOf(UseCaseException.class)
                    .hasMessageContaining("nothing to roll back");
        }
    }

    @Test
    void ofSeveralModelsTheBestIsTrainedAndTwoVersionsAreCompared() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 1, 0)) {
            fleet.importDays(0, ShiftedFleet.KNOWN);
            retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.WRITE, "drift", "snaive", "naive");
            retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.WRITE, "drift");
            List<ModelSummary> versions = new ListModels(fleet.workspace()).run(List.of(FIRST));
            assertThat(versions).extracting(ModelSummary::model).containsExactly("snaive", "drift");
            CompareVersions.Result result = new CompareVersions(fleet.workspace(), Shapes.shipped()).run(FIRST, 1, 2);
            assertThat(result.firstNow().mase()).isLessThan(result.secondNow().mase());
            assertThat(result.sentence())
                    .startsWith("On the present data version 1 (snaive) has the smaller error; version 2 (drift) is ");
        }
    }

    @Test
    void aForecastAndAVersionAreRecomputedBitForBitAfterReopening() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 2, 0)) {
            fleet.importDays(0, ShiftedFleet.KNOWN);
            forecast(fleet);
            retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.WRITE, "theta");
            fleet.importDays(ShiftedFleet.KNOWN, ShiftedFleet.KNOWN + 10);
            fleet.reopen();
            RecomputeForecasts recompute = new RecomputeForecasts(fleet.workspace(), Shapes.shipped());
            assertThat(recompute.run(new RecomputeForecasts.What.Forecasts(List.of()), Progress.NONE))
                    .hasSize(3)
                    .extracting(RecomputeForecasts.Checked::outcome)
                    .containsOnly(RecomputeForecasts.Outcome.IDENTICAL);
            assertThat(recompute.run(new RecomputeForecasts.What.Version(FIRST, 1), Progress.NONE))
                    .hasSize(2)
                    .extracting(RecomputeForecasts.Checked::outcome)
                    .containsOnly(RecomputeForecasts.Outcome.IDENTICAL);
        }
    }

    @Test
    void correctedDataExplainADifference() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 1, 0)) {
            fleet.importDays(10, ShiftedFleet.KNOWN);
            retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.WRITE, "theta");
            fleet.importDays(0, 10);
            RecomputeForecasts recompute = new RecomputeForecasts(fleet.workspace(), Shapes.shipped());
            for (RecomputeForecasts.Checked checked :
                    recompute.run(new RecomputeForecasts.What.Version(FIRST, 1), Progress.NONE)) {
                assertThat(checked.outcome()).isEqualTo(RecomputeForecasts.Outcome.DATA_CHANGED);
                assertThat(checked.explanation()).contains("imported, corrected or resampled");
            }
        }
    }

    @Test
    void aForgedForecastIsNotExplainedByEngineOrMachine() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 1, 0)) {
            fleet.importDays(0, ShiftedFleet.KNOWN);
            forecast(fleet);
            var ledger = fleet.workspace().storage().forecasts();
            var entry = ledger.since(Instant.EPOCH).getFirst();
            byte[] content = entry.stored().content();
            content[content.length - 1] ^= 1;
            ledger.put(
                    entry.key(),
                    new ForecastLedger.Stored(
                            entry.stored().asOf(), content, entry.stored().computedBy()));
            assertThat(recomputed(fleet).explanation()).contains("were changed or this is a bug");
            ledger.put(
                    entry.key(),
                    new ForecastLedger.Stored(
                            entry.stored().asOf(),
                            content,
                            new ComputedBy(
                                    "0.0.9+old", entry.stored().computedBy().jvm())));
            RecomputeForecasts.Checked checked = recomputed(fleet);
            assertThat(checked.outcome()).isEqualTo(RecomputeForecasts.Outcome.DIFFERENT);
            assertThat(checked.explanation()).startsWith("it was computed by engine 0.0.9+old, now it is ");
        }
    }

    private static RecomputeForecasts.Checked recomputed(ShiftedFleet fleet) throws UseCaseException {
        return new RecomputeForecasts(fleet.workspace(), Shapes.shipped())
                .run(new RecomputeForecasts.What.Forecast(1), Progress.NONE)
                .getFirst();
    }

    @Test
    void aSeriesThatIsTooShortIsSaidToBe() throws Exception {
        try (ShiftedFleet fleet = new ShiftedFleet(folder, 1, 0)) {
            fleet.importDays(0, 20);
            RetrainReport.Row row = retrain(fleet, RetrainModels.When.ALWAYS, RetrainModels.Effect.WRITE, "auto")
                    .rows()
                    .getFirst();
            assertThat(row.outcome()).isEqualTo(RetrainReport.Outcome.FAILED);
            assertThat(row.why()).contains("20 observations are too few");
        }
    }

    @Test
    void theKeptTextOfOldForecastsIsStillUnderstood() {
        assertThat(KeptForecasts.spec("auto")).map(ModelSpec::name).isEqualTo(Optional.of("auto"));
        assertThat(KeptForecasts.spec("no such model")).isEmpty();
    }
}
