package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.engine.evaluation.Standing;
import dev.headroom.engine.forecast.Horizon;
import dev.headroom.engine.model.catalog.ModelCatalog;
import dev.headroom.engine.quantity.ResourceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The leaderboard of the window and that of the command line say the same.
class CompareModelsTest {
    @TempDir
    Path folder;

    /// One of each way to score; those that grow trees take most of the time of a comparison and are scored alike.
    private static final List<String> MODELS =
            List.of("auto", "naive", "snaive", "drift", "ets", "theta", "dotm", "ces", "mstl", "croston", "linear");

    @Test
    void theWindowRanksAsTheCommandLineDoes() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            fill(workspace);
            ForecastRequest request = ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 14);
            List<ModelScore> scores =
                    new CompareModels(workspace, Shapes.shipped()).run(request, MODELS, Progress.NONE);
            List<Map<String, Object>> board = new BacktestModels()
                    .ofWorkspace(
                            workspace,
                            new BacktestRequest(new Horizon(14), 5, Optional.empty(), MODELS, request.seed()),
                            Progress.NONE)
                    .leaderboard()
                    .rows(LeaderboardTable.Split.ALL);

            assertThat(scores.getFirst().standing().verdict()).isEqualTo(Standing.Verdict.BEST);
            assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(a.mase(), b.mase()));
            assertThat(scores.stream()
                            .filter(score -> score.model().equals("naive"))
                            .map(score -> score.standing().verdict()))
                    .containsExactly(Standing.Verdict.WORSE);
            assertThat(board).hasSameSizeAs(scores);
            for (int i = 0; i < scores.size(); i++) {
                ModelScore score = scores.get(i);
                assertThat(board.get(i)).containsEntry("model", score.model());
                assertThat((double) Objects.requireNonNull(board.get(i).get("mase")))
                        .isCloseTo(score.mase(), within(1e-9));
                assertThat(board.get(i))
                        .containsEntry("standing", score.standing().verdict().code());
            }
        }
    }

    @Test
    void theWindowComparesEveryModelThatLearnsFromOneSeries() throws Exception {
        try (OpenWorkspace workspace = OpenWorkspace.at(folder.resolve("workspace"))) {
            fill(workspace);
            List<Long> totals = new ArrayList<>();
            Progress first = new Progress() {
                @Override
                public void report(String what, long done, long total) {
                    totals.add(total);
                }

                @Override
                public boolean cancelled() {
                    return !totals.isEmpty();
                }
            };
            ForecastRequest request = ForecastRequest.dailyP95("db-1", ResourceKind.CPU, 14);
            assertThatThrownBy(() -> new CompareModels(workspace, Shapes.shipped()).run(request, first))
                    .isInstanceOfSatisfying(
                            UseCaseException.class,
                            e -> assertThat(e.kind()).isEqualTo(UseCaseException.Kind.CANCELLED));
            assertThat(totals).containsExactly((long) ModelCatalog.ALONE.size());
        }
    }

    private void fill(OpenWorkspace workspace) throws Exception {
        StringBuilder rows = new StringBuilder("timestamp,resource,cpu_p95\n");
        for (int day = 0; day < 160; day++) {
            double load = 40 + 5 * Math.sin(2 * Math.PI * day / 7) + day * 37 % 11 / 5.0;
            rows.append(LocalDate.of(2025, 1, 1).plusDays(day))
                    .append(",db-1,")
                    .append(Math.round(100 * load) / 100.0)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("usage.csv"), rows);
        Clock clock = Clock.fixed(Instant.parse("2025-12-01T00:00:00Z"), ZoneOffset.UTC);
        new ImportData(workspace, clock).run(List.of(file), Progress.NONE);
    }
}
