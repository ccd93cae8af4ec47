/// Tests of dev.headroom.storage.workspace.
@NullMarked
package dev.headroom.storage.workspace;

import org.jspecify.annotations.NullMarked;
