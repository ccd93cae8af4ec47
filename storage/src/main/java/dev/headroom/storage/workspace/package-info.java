/// The workspace: one folder that holds the cache, opened by one process at a time.
@NullMarked
package dev.headroom.storage.workspace;

import org.jspecify.annotations.NullMarked;
