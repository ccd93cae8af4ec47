package dev.headroom.engine.capacity;

import dev.headroom.engine.quantity.ResourceKind;
import java.util.OptionalDouble;

/// Which share of its capacity a resource may use.
public sealed interface LimitRule {
    /// The limit in percent of the capacity, over 0 and up to 100.
    ///
    /// @param vcpu the virtual processors of the machine; empty when its type is not known
    double percent(ResourceKind kind, OptionalDouble vcpu);

    /// The limit of resources whose limit does not depend on the size, in percent.
    double flatPercent();

    /// The same share for every resource of every machine.
    record Flat(double flatPercent) implements LimitRule {
        public Flat {
            requirePercent(flatPercent);
        }

        @Override
        public double percent(ResourceKind kind, OptionalDouble vcpu) {
            return flatPercent;
        }
    }

    /// Processors keep the headroom that queueing asks for: requests wait rarely on many processors and often
    /// on few, so a small machine has to stay further below its capacity. About 38 % is kept free on 4
    /// processors, 21 % on 16 and 11 % on 64. Other resources, and machines of an unknown type, have the flat
    /// limit.
    ///
    /// Source: the power law 0.712 / n^0.448, a fit to the Erlang C formula (A. K. Erlang, 1917) at a waiting
    /// share of 30 %, as Netflix' service-capacity-modeling uses it.
    record BySize(double flatPercent) implements LimitRule {
        private static final double FREE_ON_ONE = 0.712;
        private static final double EXPONENT = 0.448;

        public BySize {
            requirePercent(flatPercent);
        }

        @Override
        public double percent(ResourceKind kind, OptionalDouble vcpu) {
            return kind == ResourceKind.CPU && vcpu.isPresent()
                    ? 100 * (1 - FREE_ON_ONE / Math.pow(Math.max(1, vcpu.getAsDouble()), EXPONENT))
                    : flatPercent;
        }
    }

    private static void requirePercent(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("flatPercent (" + percent + ") must lie in (0, 100].");
        }
    }
}
