package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintableTest {
    @Test
    void controlAndDirectionMarksAreShownAndLinesStay() {
        assertThat(Printable.text("a\u001b[2Jb\u202ec\u0085d\re\u0000"))
                .isEqualTo("a\\u001b[2Jb\\u202ec\\u0085d\\u000de\\u0000");
        assertThat(Printable.text("a\tb\nc é 漢 \ud83d\ude00")).isEqualTo("a\tb\nc é 漢 \ud83d\ude00");
    }

    @Test
    void aFileCannotSendEscapeSequencesToTheTerminal(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bill.csv");
        Files.writeString(
                file,
                "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,x\u001b]0;owned\u0007\n"
                        + "\u001b[31m1,USD,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,\u202egiR\u001b[1A,x\n"
                        + "1,USD,2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,Usage,\u202e\n");
        for (String json : new String[] {"--quiet", "--json"}) {
            CommandRun run = CommandRun.of(
                    "import",
                    file.toString(),
                    "--workspace",
                    folder.resolve("w").toString(),
                    json);
            assertThat(run.out() + run.err())
                    .doesNotContain("\u001b", "\u202e", "\u0007")
                    .containsIgnoringCase("u001b");
        }
    }
}
