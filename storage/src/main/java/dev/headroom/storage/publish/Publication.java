package dev.headroom.storage.publish;

import dev.headroom.storage.cache.Setting;
import java.util.Locale;

/// What can be written to AWS. Nothing of it is, unless a user switches it on.
public enum Publication {
    /// Series as files in S3.
    SERIES(Setting.Name.PUBLISHED_SERIES),
    /// Scores of trained models as metrics in CloudWatch.
    METRICS(Setting.Name.PUBLISHED_METRICS),
    /// Anomalies as messages to a topic of SNS.
    ALERTS(Setting.Name.PUBLISHED_ALERTS);

    private final Setting.Name setting;

    Publication(Setting.Name setting) {
        this.setting = setting;
    }

    Setting.Name setting() {
        return setting;
    }

    /// Such as `series`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
