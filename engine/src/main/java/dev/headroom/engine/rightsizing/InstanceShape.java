package dev.headroom.engine.rightsizing;

import dev.headroom.engine.quantity.Money;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an instance type offers and costs in one region.
///
/// @param vcpu virtual processors; positive
/// @param memoryGib memory in GiB (2^30 bytes); positive
/// @param architecture `amd64` or `arm64`
/// @param networkMbps sustained network bandwidth in 10^6 bit/s, when known
/// @param diskMbps block storage bandwidth in 10^6 byte/s, when known; the provider's maximum, which the
///     smaller sizes of some families hold for part of a day only
/// @param burstable true when the processor share depends on credits
/// @param currentGeneration false for types that the provider no longer recommends
/// @param onDemandHour list price an hour, when known; unknown is never 0
public record InstanceShape(
        String instanceType,
        String family,
        double vcpu,
        double memoryGib,
        String architecture,
        OptionalDouble networkMbps,
        OptionalDouble diskMbps,
        boolean burstable,
        boolean currentGeneration,
        String region,
        Optional<Money> onDemandHour) {
    /// The hours of an average month, by the convention of cloud price lists: 8,760 / 12.
    public static final BigDecimal HOURS_PER_MONTH = BigDecimal.valueOf(730);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    public InstanceShape {
        Objects.requireNonNull(networkMbps, "networkMbps");
        Objects.requireNonNull(diskMbps, "diskMbps");
        Objects.requireNonNull(onDemandHour, "onDemandHour");
        if (instanceType.isBlank() || family.isBlank()) {
            throw new IllegalArgumentException(
                    "instanceType (" + instanceType + ") and family (" + family + ") must be named.");
        }
        if (!(vcpu > 0) || Double.isInfinite(vcpu)) {
            throw new IllegalArgumentException("vcpu (" + vcpu + ") must be positive and finite.");
        }
        if (!(memoryGib > 0) || Double.isInfinite(memoryGib)) {
            throw new IllegalArgumentException("memoryGib (" + memoryGib + ") must be positive and finite.");
        }
        requirePositive("networkMbps", networkMbps);
        requirePositive("diskMbps", diskMbps);
        if (onDemandHour.isPresent() && onDemandHour.get().amount().signum() < 0) {
            throw new IllegalArgumentException("onDemandHour (" + onDemandHour.get() + ") must not be negative.");
        }
    }

    /// The first number in the family name: 5 for `m5a`, 7 for `c7g`; empty when the name has none.
    public OptionalInt generation() {
        Matcher number = NUMBER.matcher(family);
        return number.find() ? OptionalInt.of(Integer.parseInt(number.group())) : OptionalInt.empty();
    }

    /// The list price of a month of [#HOURS_PER_MONTH] hours, unrounded; empty when the hourly price is
    /// unknown.
    public Optional<Money> onDemandMonth() {
        return onDemandHour.map(price -> price.times(HOURS_PER_MONTH));
    }

    /// The part of the type name after the dot, such as `2xlarge`; the whole name when there is no dot.
    public String size() {
        return instanceType.substring(instanceType.indexOf('.') + 1);
    }

    private static void requirePositive(String name, OptionalDouble value) {
        if (value.isPresent() && (!(value.getAsDouble() > 0) || Double.isInfinite(value.getAsDouble()))) {
            throw new IllegalArgumentException(name + " (" + value.getAsDouble() + ") must be positive and finite.");
        }
    }
}
