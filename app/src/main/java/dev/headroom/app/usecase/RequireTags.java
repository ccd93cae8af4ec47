package dev.headroom.app.usecase;

import dev.headroom.engine.cost.TagCount;
import dev.headroom.engine.cost.TagCoverage;
import dev.headroom.engine.cost.TagPolicy;
import dev.headroom.storage.cache.CacheException;
import dev.headroom.storage.cache.Setting;
import dev.headroom.storage.cache.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps which tags all cost of usage should carry, and says how much of it does.
public final class RequireTags {
    private final OpenWorkspace workspace;

    public RequireTags(OpenWorkspace workspace) {
        this.workspace = workspace;
    }

    /// A policy that the workspace keeps.
    ///
    /// @param person who settled it
    public record Kept(TagPolicy policy, Instant since, String person) {}

    /// @param kept the policy of the workspace, if it is the one that was counted by
    /// @param rows all accounts first; empty when nothing is required or no bill is there
    public record Coverage(TagPolicy policy, Optional<Kept> kept, List<TagCoverage> rows) {
        public Coverage {
            rows = List.copyOf(rows);
        }
    }

    /// The policy that the workspace keeps.
    public Optional<Kept> kept() throws UseCaseException {
        try {
            return settings()
                    .get(Setting.Name.REQUIRED_TAGS)
                    .map(setting -> new Kept(TagPolicy.parse(setting.content()), setting.since(), setting.person()));
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    /// Keeps a policy from now on; [TagPolicy#NONE] takes it back. The audit log has both.
    public void keep(TagPolicy policy, Instant now) throws UseCaseException {
        try {
            settings().put(Setting.Name.REQUIRED_TAGS, policy.text(), now);
        } catch (CacheException e) {
            throw OpenWorkspace.translated(e);
        }
    }

    private Settings settings() {
        return workspace.storage().settings();
    }

    /// The coverage of the bills that hold now.
    ///
    /// @param given counts by this policy instead of the kept one
    public Coverage coverage(Optional<TagPolicy> given) throws UseCaseException {
        Optional<Kept> kept = kept();
        TagPolicy policy = given.or(() -> kept.map(Kept::policy)).orElse(TagPolicy.NONE);
        TagCount count = new TagCount(policy);
        if (!policy.isEmpty()) {
            try {
                workspace.storage().charges().forEach(count::add);
            } catch (CacheException e) {
                throw OpenWorkspace.translated(e);
            }
        }
        return new Coverage(policy, kept.filter(one -> one.policy().equals(policy)), count.rows());
    }
}
