package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.app.usecase.AwsStub;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishCommandTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:alerts";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private AwsStub aws;

    @BeforeEach
    void serve() throws Exception {
        aws = new AwsStub(folder);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    private CommandRun publish(String... options) {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "publish";
        arguments[1] = "aws";
        arguments[2] = "--workspace";
        arguments[3] = folder.resolve("w").toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return CommandRun.of((Object[]) arguments);
    }

    private void importTwoMonths() throws Exception {
        Path file = Files.writeString(
                folder.resolve("usage.csv"),
                "timestamp,resource,cpu_p95\n2026-02-27,web-1,40\n2026-02-28,web-1,41\n2026-03-01,web-1,42\n");
        assertThat(CommandRun.of("import", file, "--workspace", folder.resolve("w"))
                        .exitCode())
                .isZero();
    }

    @Test
    void withoutASwitchNothingIsAskedAndTheWayIsSaid() throws Exception {
        importTwoMonths();
        CommandRun run = publish();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Nothing is switched on", "--allow series --to s3://bucket/prefix", "HR-4052");
        assertThat(publish("--print-policy").exitCode()).isEqualTo(2);
        assertThat(publish("--list").out()).contains("Nothing is switched on");
        assertThat(aws.asked()).isEmpty();
    }

    @Test
    void whatIsSwitchedOnIsWrittenOnceAndStandsInTheAuditLog() throws Exception {
        importTwoMonths();
        assertThat(publish("--allow", "series", "--to", "s3://lake/plans").out())
                .contains("Switched on: series to s3://lake/plans.");
        CommandRun plan = publish("--dry-run");
        assertThat(plan.out())
                .contains(
                        "series   s3://lake/plans: 2 objects, less than $0.01",
                        "s3://lake/plans/series/metric=cpu/account=__HIVE_DEFAULT_PARTITION__/month=2026-02/P1D.parquet",
                        "At most 2 calls",
                        "Nothing was written.");
        assertThat(aws.asked()).isEmpty();
        CommandRun run = publish();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Series: 2 objects written to s3://lake/plans, 3 rows", "2 calls, less than");
        assertThat(aws.asked("s3:PutObject"))
                .extracting(one -> one.form().getOrDefault("path", ""))
                .allMatch(path -> path.startsWith("/lake/plans/series/metric=cpu/"));
        assertThat(publish().out()).contains("Series: nothing new for s3://lake/plans.", "0 calls, $0.00");
        assertThat(publish("--forbid", "series").out()).contains("What was written stays in AWS.");
        assertThat(publish().exitCode()).isEqualTo(2);
        assertThat(aws.asked()).hasSize(2);
        assertThat(CommandRun.of("audit", "--workspace", folder.resolve("w")).out())
                .contains("published series,\"from nothing to \"\"s3://lake/plans\"\"\"")
                .contains("published series,\"from \"\"s3://lake/plans\"\" to nothing\"");
    }

    @Test
    void aDeniedBucketEndsWithTheCodeOfASourceAndNamesThePolicy() throws Exception {
        importTwoMonths();
        publish("--allow", "series", "--to", "s3://lake/plans");
        aws.deny("s3:PutObject");
        CommandRun run = publish();
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .contains("Not written: series to s3://lake/plans", "headroom publish aws --print-policy", "HR-4050");
        assertThat(run.out()).doesNotContain("nothing new");
    }

    @Test
    void thePolicyHasWhatIsOnAndSaysWhichRoleItIsFor() throws Exception {
        publish("--allow", "metrics", "--role", "arn:aws:iam::111122223333:role/headroom-write");
        publish("--allow", "alerts", "--to", TOPIC);
        CommandRun run = publish("--print-policy");
        JsonNode statements = new ObjectMapper().readTree(run.out()).path("Statement");
        assertThat(statements.findValuesAsText("Action")).containsExactly("cloudwatch:PutMetricData", "sns:Publish");
        assertThat(run.err())
                .contains("HeadroomWriteMetrics belongs to the role arn:aws:iam::111122223333:role/headroom-write");
        assertThat(new ObjectMapper()
                        .readTree(publish("--list", "--json").out())
                        .findValuesAsText("target"))
                .containsExactly("Headroom", TOPIC);
    }

    @Test
    void wrongUsageSaysWhatToNameInstead() {
        assertThat(publish("--allow", "bills").err()).contains("bills is not one of series, metrics, alerts");
        assertThat(publish("--allow", "series").err()).contains("--to s3://bucket/prefix");
        assertThat(publish("--allow", "alerts").err()).contains("--to arn:aws:sns:");
        assertThat(publish("--allow", "metrics", "--to", "x").err()).contains("takes --namespace, not --to");
        assertThat(publish("--allow", "series", "--namespace", "x", "--to", "s3://lake")
                        .err())
                .contains("--namespace goes with --allow metrics");
        assertThat(publish("--to", "s3://lake").err()).contains("go with --allow");
        CommandRun place = publish("--allow", "series", "--to", "lake");
        assertThat(place.exitCode()).isEqualTo(2);
        assertThat(place.err()).contains("it is written as s3://bucket/prefix. (HR-4022)");
        assertThat(publish("--allow", "series", "--forbid", "series").exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("publish").exitCode()).isEqualTo(2);
    }
}
