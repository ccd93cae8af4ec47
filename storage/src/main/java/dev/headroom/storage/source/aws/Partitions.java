package dev.headroom.storage.source.aws;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;

/// The parts of AWS that know nothing of each other, such as `aws`, `aws-us-gov` and `aws-cn`.
final class Partitions {
    static final String USUAL = "aws";

    private Partitions() {}

    /// The one of a region; the usual one for a region that is not known yet.
    static String of(String region) {
        RegionMetadata known = Region.of(region).metadata();
        return known == null ? USUAL : known.partition().id();
    }
}
