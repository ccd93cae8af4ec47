package dev.headroom.app.usecase;

import dev.headroom.engine.feature.Holidays;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// Where a region of a provider lies: the country for its public holidays, the zone for the hours in which people work.
final class RegionPlace {
    private static final Map<String, RegionPlace> REGIONS = Map.ofEntries(
            region("us-east-1", "US", "America/New_York"),
            region("us-east-2", "US", "America/New_York"),
            region("us-west-1", "US", "America/Los_Angeles"),
            region("us-west-2", "US", "America/Los_Angeles"),
            region("us-gov-east-1", "US", "America/New_York"),
            region("us-gov-west-1", "US", "America/Los_Angeles"),
            region("ca-central-1", "CA", "America/Toronto"),
            region("ca-west-1", "CA", "America/Edmonton"),
            region("mx-central-1", "MX", "America/Mexico_City"),
            region("sa-east-1", "BR", "America/Sao_Paulo"),
            region("eu-central-1", "DE", "Europe/Berlin"),
            region("eu-central-2", "CH", "Europe/Zurich"),
            region("eu-north-1", "SE", "Europe/Stockholm"),
            region("eu-south-1", "IT", "Europe/Rome"),
            region("eu-south-2", "ES", "Europe/Madrid"),
            region("eu-west-1", "IE", "Europe/Dublin"),
            region("eu-west-2", "GB", "Europe/London"),
            region("eu-west-3", "FR", "Europe/Paris"),
            region("af-south-1", "ZA", "Africa/Johannesburg"),
            region("ap-northeast-1", "JP", "Asia/Tokyo"),
            region("ap-northeast-2", "KR", "Asia/Seoul"),
            region("ap-northeast-3", "JP", "Asia/Tokyo"),
            region("ap-southeast-1", "SG", "Asia/Singapore"),
            region("ap-southeast-2", "AU", "Australia/Sydney"),
            region("ap-southeast-4", "AU", "Australia/Melbourne"),
            region("ap-south-1", "IN", "Asia/Kolkata"),
            region("ap-south-2", "IN", "Asia/Kolkata"));
    private static final RegionPlace UNKNOWN = new RegionPlace("", ZoneOffset.UTC);

    private final String country;
    private final ZoneId zone;

    private RegionPlace(String country, ZoneId zone) {
        this.country = country;
        this.zone = zone;
    }

    private static Map.Entry<String, RegionPlace> region(String name, String country, String zone) {
        return Map.entry(name, new RegionPlace(country, ZoneId.of(zone)));
    }

    private static RegionPlace of(String region) {
        return REGIONS.getOrDefault(region, UNKNOWN);
    }

    /// The ISO 3166 code when the region is known and its country has a holiday calendar.
    static Optional<String> country(String region) {
        return Optional.of(of(region).country).filter(Holidays.countries()::contains);
    }

    /// UTC for a region that is not known.
    static ZoneId zone(String region) {
        return of(region).zone;
    }
}
