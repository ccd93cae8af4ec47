package dev.headroom.app.usecase;

import dev.headroom.engine.fleet.Server;
import dev.headroom.engine.schedule.SchedulePolicy;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Which servers are looked at for off-hours, and how.
///
/// @param environments the environments whose servers may be switched off, compared without case; empty for those that
///     are usually not of production
/// @param production also servers of every other environment
/// @param zone on whose clock; empty for that of each server's region
public record ScheduleRequest(
        SchedulePolicy policy, List<String> environments, boolean production, Optional<ZoneId> zone) {
    private static final List<String> USUAL = List.of(
            "dev", "test", "qa", "stag", "sandbox", "uat", "int", "lab", "demo", "preprod", "nonprod", "non-prod");

    public ScheduleRequest {
        Objects.requireNonNull(policy, "policy");
        environments = List.copyOf(environments);
    }

    /// The usual policy for what is not of production.
    public static ScheduleRequest usual() {
        return new ScheduleRequest(SchedulePolicy.usual(), List.of(), false, Optional.empty());
    }

    boolean covers(Server server) {
        String environment = server.environment().toLowerCase(Locale.ROOT);
        return production
                || (environments.isEmpty()
                        ? USUAL.stream().anyMatch(environment::startsWith)
                        : environments.stream().anyMatch(environment::equalsIgnoreCase));
    }
}
