/// Off-hours: when servers can be off, week after week, and what to do about it.
@NullMarked
package dev.headroom.app.ui.offhours;

import org.jspecify.annotations.NullMarked;
