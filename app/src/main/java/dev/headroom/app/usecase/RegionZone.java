package dev.headroom.app.usecase;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/// The time zone in which people work who use a region of a provider: that of its place, and UTC where the place is not
/// known.
final class RegionZone {
    private static final Map<String, String> REGIONS = Map.ofEntries(
            Map.entry("us-east-1", "America/New_York"),
            Map.entry("us-east-2", "America/New_York"),
            Map.entry("us-west-1", "America/Los_Angeles"),
            Map.entry("us-west-2", "America/Los_Angeles"),
            Map.entry("us-gov-east-1", "America/New_York"),
            Map.entry("us-gov-west-1", "America/Los_Angeles"),
            Map.entry("ca-central-1", "America/Toronto"),
            Map.entry("ca-west-1", "America/Edmonton"),
            Map.entry("mx-central-1", "America/Mexico_City"),
            Map.entry("sa-east-1", "America/Sao_Paulo"),
            Map.entry("eu-central-1", "Europe/Berlin"),
            Map.entry("eu-central-2", "Europe/Zurich"),
            Map.entry("eu-north-1", "Europe/Stockholm"),
            Map.entry("eu-south-1", "Europe/Rome"),
            Map.entry("eu-south-2", "Europe/Madrid"),
            Map.entry("eu-west-1", "Europe/Dublin"),
            Map.entry("eu-west-2", "Europe/London"),
            Map.entry("eu-west-3", "Europe/Paris"),
            Map.entry("af-south-1", "Africa/Johannesburg"),
            Map.entry("ap-northeast-1", "Asia/Tokyo"),
            Map.entry("ap-northeast-2", "Asia/Seoul"),
            Map.entry("ap-northeast-3", "Asia/Tokyo"),
            Map.entry("ap-southeast-1", "Asia/Singapore"),
            Map.entry("ap-southeast-2", "Australia/Sydney"),
            Map.entry("ap-southeast-4", "Australia/Melbourne"),
            Map.entry("ap-south-1", "Asia/Kolkata"),
            Map.entry("ap-south-2", "Asia/Kolkata"));

    private RegionZone() {}

    static ZoneId of(String region) {
        String name = REGIONS.get(region);
        return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    }
}
