package dev.headroom.app.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitmentCoversTest {
    private static final Instant FIRST = Instant.parse("2026-04-02T09:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-04-12T09:00:00Z");
    private static final String HEAD = "ProviderName,BilledCost,EffectiveCost,BillingCurrency,ChargePeriodStart,"
            + "ChargePeriodEnd,ChargeCategory,ServiceName,ResourceId,CommitmentDiscountId\n";

    @TempDir
    Path folder;

    private void load(OpenWorkspace open, Instant now, String commitment) throws Exception {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int day = 1; day <= 9; day++) {
            rows.append("AWS,0,2,USD,2026-03-0" + day + "T00:00:00Z,2026-03-0" + day + "T01:00:00Z,Usage,EC2,i-1,"
                    + commitment + "\n");
        }
        Path file = Files.writeString(folder.resolve("bill.csv"), rows);
        ImportReport report = new ImportData(open, Clock.fixed(now, ZoneOffset.UTC)).run(List.of(file), Progress.NONE);
        assertThat(report.files().getFirst().accepted()).isEqualTo(9);
    }

    @Test
    void whatACommitmentPaysIsTakenFromTheBillsAsTheyWereKnown() throws Exception {
        try (OpenWorkspace open = OpenWorkspace.at(folder.resolve("workspace"))) {
            load(open, FIRST, "sp-1");
            load(open, SECOND, "");
            assertThat(share(open, Optional.empty())).isZero();
            assertThat(share(open, Optional.of(FIRST))).isEqualTo(1);
            assertThatThrownBy(() -> share(open, Optional.of(FIRST.minusSeconds(1))))
                    .isInstanceOf(UseCaseException.class)
                    .hasMessageContaining("No bill was known");
        }
    }

    private static double share(OpenWorkspace open, Optional<Instant> at) throws Exception {
        return Objects.requireNonNull(CommitmentCovers.byResource(open, at).get("i-1"))
                .coveredShare()
                .orElseThrow();
    }
}
