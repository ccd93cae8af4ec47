package dev.headroom.app.fleet;

import java.time.ZoneId;

/// A region with the wall clock that its users live by.
enum Site {
    US("us", "us-east-1", "US East (N. Virginia)", ZoneId.of("America/New_York")),
    GOV("gov", "us-gov-west-1", "AWS GovCloud (US-West)", ZoneId.of("America/Los_Angeles"));

    private final String label;
    private final String region;
    private final String regionName;
    private final ZoneId zone;

    Site(String label, String region, String regionName, ZoneId zone) {
        this.label = label;
        this.region = region;
        this.regionName = regionName;
        this.zone = zone;
    }

    /// The middle part of a server's name.
    String label() {
        return label;
    }

    String region() {
        return region;
    }

    String regionName() {
        return regionName;
    }

    ZoneId zone() {
        return zone;
    }
}
