package dev.headroom.app.cli;

import dev.headroom.app.usecase.OpenWorkspace;
import dev.headroom.app.usecase.RequireTags;
import dev.headroom.app.usecase.TagWords;
import dev.headroom.app.usecase.UseCaseException;
import dev.headroom.engine.cost.TagCoverage;
import dev.headroom.engine.cost.TagPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options about the tags that all cost of usage should carry.
final class TagRule {
    private static final String NONE = "none";

    @Option(
            names = {"--required-tags", "--tags"},
            paramLabel = "TAG,...",
            description =
                    "Tags that all cost of usage should carry, such as owner,env; none for no tags (default: those "
                            + "that the workspace keeps).")
    private @Nullable String required;

    @Option(names = "--set", description = "Keep these required tags in the workspace from now on.")
    private boolean set;

    /// The tags that this run goes by.
    record Applied(RequireTags tags, Optional<TagPolicy> given, TagPolicy policy) {
        RequireTags.Coverage coverage() throws UseCaseException {
            return tags.coverage(given);
        }
    }

    /// @param wrong makes the complaint about a wrong option
    Applied apply(OpenWorkspace workspace, Instant now, Function<String, ? extends RuntimeException> wrong)
            throws UseCaseException {
        RequireTags tags = new RequireTags(workspace);
        if (required == null) {
            if (set) {
                throw wrong.apply("--set needs the tags: --required-tags owner,env --set.");
            }
            TagPolicy kept = tags.kept().map(RequireTags.Kept::policy).orElse(TagPolicy.NONE);
            return new Applied(tags, Optional.empty(), kept);
        }
        TagPolicy given = given(required, wrong);
        if (set) {
            tags.keep(given, now);
        }
        return new Applied(tags, Optional.of(given), given);
    }

    private static TagPolicy given(String text, Function<String, ? extends RuntimeException> wrong) {
        if (text.strip().equalsIgnoreCase(NONE)) {
            return TagPolicy.NONE;
        }
        try {
            TagPolicy policy = TagPolicy.parse(text);
            if (!policy.isEmpty()) {
                return policy;
            }
        } catch (IllegalArgumentException invalid) {
            throw wrong.apply("--required-tags: " + invalid.getMessage());
        }
        throw wrong.apply("--required-tags (" + text + ") must name a tag, or be none.");
    }

    /// Prints the coverage, worst accounts in full.
    static void print(Console console, RequireTags.Coverage coverage) {
        if (coverage.policy().isEmpty()) {
            return;
        }
        String since = coverage.kept()
                .map(kept ->
                        ", kept since " + LocalDate.ofInstant(kept.since(), ZoneOffset.UTC) + " by " + kept.person())
                .orElse(", for this run only; --set keeps them");
        console.result("Required tags: " + String.join(", ", coverage.policy().required()) + since);
        if (coverage.rows().isEmpty()) {
            console.result("     No bill with usage is there.");
        }
        for (TagCoverage row : coverage.rows()) {
            console.result(String.format(
                    Locale.ROOT,
                    "%s  %s %s: %s%s",
                    row.share()
                            .map(_ -> String.format(Locale.ROOT, "%3d %%", TagWords.score(row)))
                            .orElse("    –"),
                    TagWords.account(row),
                    row.currency().value(),
                    TagWords.tag(row),
                    TagWords.reason(row).isEmpty()
                            ? ""
                            : ". " + TagWords.reason(row)
                                    + (row.spellings().isEmpty() ? "" : " " + TagWords.advice(row))));
        }
    }
}
