/// The Rightsizing panel: which instance type fits, and what that saves.
@NullMarked
package dev.headroom.app.ui.rightsizing;

import org.jspecify.annotations.NullMarked;
