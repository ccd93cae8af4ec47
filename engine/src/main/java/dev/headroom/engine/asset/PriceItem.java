package dev.headroom.engine.asset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a price list of services states a price of, and for which amount of it.
public enum PriceItem {
    VOLUME_GP2_GIB,
    VOLUME_GP3_GIB,
    /// One operation a second above 3,000, for a month.
    VOLUME_GP3_IOPS,
    /// One MiB/s above 125, for a month.
    VOLUME_GP3_MIBPS,
    VOLUME_IO1_GIB,
    VOLUME_IO1_IOPS,
    VOLUME_IO2_GIB,
    /// Up to 32,000 operations a second.
    VOLUME_IO2_IOPS,
    VOLUME_ST1_GIB,
    VOLUME_SC1_GIB,
    SNAPSHOT_GIB,
    DATABASE_GP2_GIB,
    DATABASE_GP3_GIB,
    DATABASE_GP3_IOPS,
    DATABASE_IO1_GIB,
    DATABASE_IO1_IOPS,
    /// A GB of memory for a second.
    FUNCTION_X86_64_GB_SECOND,
    FUNCTION_ARM64_GB_SECOND,
    FUNCTION_MILLION_CALLS,
    ADDRESS_HOUR,
    LOAD_BALANCER_APPLICATION_HOUR,
    LOAD_BALANCER_NETWORK_HOUR,
    LOAD_BALANCER_CLASSIC_HOUR;

    /// The name in price lists, such as `volume-gp3-gib`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PriceItem> ofCode(String code) {
        return Arrays.stream(values()).filter(item -> item.code().equals(code)).findFirst();
    }
}
