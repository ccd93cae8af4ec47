/// Off-hours: when a server is not used week after week, and what switching it off then saves.
@NullMarked
package dev.headroom.engine.schedule;

import org.jspecify.annotations.NullMarked;
