package dev.headroom.app.usecase;

import dev.headroom.engine.feature.Holidays;
import java.util.Map;
import java.util.Optional;

/// The country in which a region of a provider lies, for its public holidays.
final class RegionCountry {
    private static final Map<String, String> REGIONS = Map.ofEntries(
            Map.entry("eu-central-1", "DE"),
            Map.entry("eu-central-2", "CH"),
            Map.entry("eu-north-1", "SE"),
            Map.entry("eu-south-1", "IT"),
            Map.entry("eu-south-2", "ES"),
            Map.entry("eu-west-1", "IE"),
            Map.entry("eu-west-2", "GB"),
            Map.entry("eu-west-3", "FR"),
            Map.entry("ap-northeast-1", "JP"),
            Map.entry("ap-northeast-2", "KR"),
            Map.entry("ap-northeast-3", "JP"),
            Map.entry("ap-southeast-1", "SG"),
            Map.entry("ap-southeast-2", "AU"),
            Map.entry("ap-southeast-4", "AU"),
            Map.entry("ap-south-1", "IN"),
            Map.entry("ap-south-2", "IN"),
            Map.entry("sa-east-1", "BR"),
            Map.entry("af-south-1", "ZA"),
            Map.entry("mx-central-1", "MX"));
    private static final Map<String, String> PREFIXES = Map.of("us-", "US", "ca-", "CA");

    private RegionCountry() {}

    /// The ISO 3166 code when the region is known and its country has a holiday calendar.
    static Optional<String> of(String region) {
        return Optional.ofNullable(REGIONS.get(region))
                .or(() -> PREFIXES.entrySet().stream()
                        .filter(prefix -> region.startsWith(prefix.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .filter(Holidays.countries()::contains);
    }
}
