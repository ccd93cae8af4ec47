package dev.headroom.storage.publish;

import dev.headroom.storage.cache.Setting;
import dev.headroom.storage.source.aws.AwsFailureException;
import dev.headroom.storage.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a workspace has switched on to be written to AWS. Each change is in its audit log.
public final class PublishSwitches {
    private final Workspace workspace;

    public PublishSwitches(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Empty when it is off.
    public Optional<PublishSwitch> get(Publication what) throws AwsFailureException {
        Optional<Setting> setting = workspace.settings().get(what.setting());
        return setting.isPresent()
                ? Optional.of(PublishSwitch.parse(what, setting.get().content()))
                : Optional.empty();
    }

    /// Everything that is on.
    public List<PublishSwitch> all() throws AwsFailureException {
        List<PublishSwitch> all = new ArrayList<>();
        for (Publication what : Publication.values()) {
            get(what).ifPresent(all::add);
        }
        return all;
    }

    /// @return false when it was so already
    public boolean allow(PublishSwitch one, Instant now) {
        return workspace.settings().put(one.what().setting(), one.text(), now);
    }

    /// Switches off. What was written before is forgotten, so that all of it is written when it is on again.
    ///
    /// @return false when it was off already
    public boolean forbid(Publication what, Instant now) {
        boolean changed = workspace.settings().put(what.setting(), "", now);
        new PublishLedger(workspace.pulls()).forget(what);
        return changed;
    }
}
