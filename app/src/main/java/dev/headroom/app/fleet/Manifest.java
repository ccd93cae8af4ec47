package dev.headroom.app.fleet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes `manifest.json` and `README.md`: that the data is generated, from what, what the files hold, and
/// what is planted in them.
final class Manifest {
    private static final String README = """
            # A generated server fleet

            **Everything in this folder is generated.** No server, account, person or bill in it exists; prices are \
            public list
            prices. It is there to try the product out and to test it against a known truth.

            Made by generator version %d with seed %d. The same command writes the same content again, byte for byte:

            ```
            ./headroom generate --servers %d --years %d --seed %d --until %s --hourly-days %d -o DIR
            ```

            | | |
            |---|---|
            | servers | %d |
            | metrics | %s to %s (UTC), daily mean and p95 |
            | hourly values | last %d days |
            | metric values | %s |
            | bill | %s, FOCUS 1.0, one row a server, day and service |
            | billed in all | %s USD |

            To use it, import the folders `inventory`, `utilization` and `billing`.

            ## Files

            | file | rows | what |
            |---|---|---|
            %s
            Metrics: `cpu` and `memory` in percent, `disk_io` in MB/s, `network` in Mbit/s (decimal). A daily p95 is the
            95 %% quantile of the 24 hourly values. Hours that were not measured are absent or empty. \
            `manifest.json` has the
            SHA-256 of each file's content before compression.

            ## The bill

            Usage at the list price of the inventory's instance type, hour for hour. Two savings plans cover a part of the
            servers: their rows cost nothing when billed and the plan's rate effectively, each plan has a daily purchase \
            row and
            a row for its unused part, so that covered plus unused effective cost is the billed purchase of the day. Every
            finished month ends with tax for each account; there are two credits and one correction of a previous month.

            ## What is planted (`truth.csv`)

            %s
            `target_*_p95` is the planned daily p95 at the end in percent of the capacity; above 100 means more work than
            the machine can do. The four `*_breach` columns give the first day within 90 days after the end on which the \
            daily
            p95 passes 80 %% of the capacity: the generator goes on after the end without writing it down, so this is what
            would really happen. Empty means that it does not.

            Volumes, databases, functions and the like are the same in every fleet. What is planted in each, such as \
            `idle`,
            `gp2` or `over-provisioned`, says `truth-assets.csv`. They are not on the bill.
            """;

    private Manifest() {}

    static void write(FleetFolder folder, FleetSpec spec, long values, BigDecimal billed, List<ServerTruth> truths)
            throws IOException {
        List<GeneratedFile> files = folder.files();
        try (TableWriter out = folder.open("README.md")) {
            out.text(readme(spec, values, billed, files, truths));
        }
        try (TableWriter out = folder.open("manifest.json")) {
            out.text(json(spec, values, billed, files));
        }
    }

    private static String readme(
            FleetSpec spec, long values, BigDecimal billed, List<GeneratedFile> files, List<ServerTruth> truths) {
        String months =
                spec.billingMonths() == 0 ? "none" : spec.firstBillingMonth().atDay(1) + " to " + spec.lastDay();
        return README.formatted(
                FleetGenerator.VERSION,
                spec.seed(),
                spec.servers(),
                spec.years(),
                spec.seed(),
                spec.lastDay(),
                spec.hourlyDays(),
                spec.servers(),
                spec.firstDay(),
                spec.lastDay(),
                spec.hourlyDays(),
                String.format(Locale.ROOT, "%,d", values),
                months,
                billed.toPlainString(),
                files.stream().map(Manifest::row).collect(Collectors.joining()),
                planted(truths));
    }

    private static String row(GeneratedFile file) {
        return "| `" + file.name() + "` | " + file.rows() + " | " + purpose(file.name()) + " |\n";
    }

    private static String purpose(String name) {
        if (name.startsWith("utilization/daily")) {
            return "daily mean and p95";
        }
        if (name.startsWith("utilization/hourly")) {
            return "hourly mean";
        }
        if (name.contains("assets")) {
            return name.startsWith("inventory")
                    ? "volumes, snapshots, databases, functions, addresses and load balancers"
                    : name.startsWith("truth") ? "what is planted in them" : "what they used, by the day";
        }
        if (name.startsWith("billing")) {
            return "charges of a month";
        }
        return name.startsWith("inventory") ? "servers and their instance types over time" : "what is planted";
    }

    private static String planted(List<ServerTruth> truths) {
        StringBuilder text = new StringBuilder("| role | servers | which |\n|---|---|---|\n");
        for (Role role : Role.values()) {
            List<String> names = truths.stream()
                    .filter(truth -> truth.plan().role() == role)
                    .map(truth -> truth.plan().id())
                    .toList();
            append(text, role.code(), names, role == Role.STEADY);
        }
        List<String> resized = truths.stream()
                .filter(truth -> truth.plan().resized())
                .map(truth -> truth.plan().id())
                .toList();
        append(text, "resized (besides its role)", resized, false);
        return text.toString();
    }

    private static void append(StringBuilder text, String what, List<String> names, boolean tooMany) {
        text.append("| ").append(what).append(" | ").append(names.size()).append(" | ");
        text.append(tooMany ? "the others" : String.join(", ", names)).append(" |\n");
    }

    private static String json(FleetSpec spec, long values, BigDecimal billed, List<GeneratedFile> files) {
        String list = files.stream()
                .map(file -> "    {\"name\": \"%s\", \"rows\": %s, \"content_sha256\": \"%s\"}"
                        .formatted(file.name(), Long.toString(file.rows()), file.contentSha256()))
                .collect(Collectors.joining(",\n"));
        return "{\n  \"generated\": true,\n  \"generator_version\": " + FleetGenerator.VERSION
                + ",\n  \"seed\": " + spec.seed()
                + ",\n  \"servers\": " + spec.servers()
                + ",\n  \"first_day\": \"" + spec.firstDay()
                + "\",\n  \"last_day\": \"" + spec.lastDay()
                + "\",\n  \"hourly_days\": " + spec.hourlyDays()
                + ",\n  \"values\": " + values
                + ",\n  \"billed_usd\": \"" + billed.toPlainString()
                + "\",\n  \"files\": [\n" + list + "\n  ]\n}\n";
    }
}
