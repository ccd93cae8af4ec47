/// Work away from the window's thread: progress, cancelling, failures as states.
@NullMarked
package dev.headroom.app.task;

import org.jspecify.annotations.NullMarked;
