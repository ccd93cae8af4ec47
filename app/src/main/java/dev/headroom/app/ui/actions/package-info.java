/// The best set of actions under limits that can be changed.
@NullMarked
package dev.headroom.app.ui.actions;

import org.jspecify.annotations.NullMarked;
