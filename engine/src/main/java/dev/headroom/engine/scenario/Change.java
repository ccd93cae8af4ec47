package dev.headroom.engine.scenario;

import dev.headroom.engine.quantity.Money;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/// What an event does. Percentages are points: 20 is +20 %, -5 is -5 %.
public sealed interface Change {
    /// The load becomes x % larger: at once, ramped until the end of the event, or x % a year.
    record Growth(double percent, Pace pace, LoadReach reach) implements Change {
        public Growth {
            Objects.requireNonNull(pace, "pace");
            requirePercent("percent", percent);
        }
    }

    /// Something new adds to the load: points of the capacity, or x % of the load; with what it costs a day.
    record Launch(Step step, Optional<Money> costPerDay, LoadReach reach) implements Change {
        public Launch {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(costPerDay, "costPerDay");
        }
    }

    /// A share of the load goes to another scope, or away.
    ///
    /// @param sharePercent above 0, at most 100
    record Migration(double sharePercent, Optional<EventScope> to, LoadReach reach) implements Change {
        public Migration {
            Objects.requireNonNull(to, "to");
            if (!(sharePercent > 0 && sharePercent <= 100)) {
                throw new IllegalArgumentException("sharePercent (" + sharePercent + ") must lie in (0, 100].");
            }
        }
    }

    /// The servers get another instance type: load in percent × old capacity / new capacity, and its price.
    record Resize(String instanceType) implements Change {
        public Resize {
            requireText("instanceType", instanceType);
        }
    }

    /// The servers are switched off in some hours of the week. Their storage is paid on.
    ///
    /// @param zone whose clocks the hours are read from
    record Schedule(WeekHours off, ZoneId zone) implements Change {
        public Schedule {
            Objects.requireNonNull(zone, "zone");
            if (off.isEmpty()) {
                throw new IllegalArgumentException("off must hold at least one hour.");
            }
        }
    }

    /// Prices become x % higher, or an hour of a server costs this much.
    record Price(Rate rate) implements Change {
        public Price {
            Objects.requireNonNull(rate, "rate");
        }
    }

    /// An hourly commitment, paid whether it is used or not.
    ///
    /// @param perHour what is paid an hour; positive
    /// @param discountPercent how much cheaper covered usage is than without it; above 0 and below 100
    /// @param months how long it runs
    record Commitment(Money perHour, double discountPercent, int months) implements Change {
        public Commitment {
            if (perHour.amount().signum() <= 0) {
                throw new IllegalArgumentException("perHour (" + perHour + ") must be positive.");
            }
            if (!(discountPercent > 0 && discountPercent < 100)) {
                throw new IllegalArgumentException("discountPercent (" + discountPercent + ") must lie in (0, 100).");
            }
            if (months < 1) {
                throw new IllegalArgumentException("months (" + months + ") must be 1 or more.");
            }
        }
    }

    /// The servers and all that they cost go.
    record Decommission() implements Change {}

    /// How a growth comes.
    enum Pace {
        /// All of it on the first day.
        ONCE,
        /// Linearly from nothing on the first day to all of it on the end day, and that much from then on.
        RAMP,
        /// Compounded: all of it in a year, as much again in the next; held from the end day on when there is one.
        YEARLY
    }

    /// How much a launch adds.
    sealed interface Step {
        /// Percentage points of the capacity that the server has then.
        record Points(double points) implements Step {
            public Points {
                requireFinite("points", points);
            }
        }

        /// A share of the load that is there without it.
        record Percent(double percent) implements Step {
            public Percent {
                requirePercent("percent", percent);
            }
        }
    }

    /// What a price becomes.
    sealed interface Rate {
        /// All that the scope is charged, so much more.
        record Percent(double percent) implements Rate {
            public Percent {
                requirePercent("percent", percent);
            }
        }

        /// An hour of each server.
        record Hourly(Money perHour) implements Rate {
            public Hourly {
                if (perHour.amount().signum() < 0) {
                    throw new IllegalArgumentException("perHour (" + perHour + ") must not be negative.");
                }
            }
        }
    }

    private static void requirePercent(String name, double value) {
        if (!(value >= -100) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be -100 or more.");
        }
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be finite.");
        }
    }

    private static void requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must be named.");
        }
    }
}
