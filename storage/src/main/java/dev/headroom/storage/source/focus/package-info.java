/// FOCUS cost and usage files.
@NullMarked
package dev.headroom.storage.source.focus;

import org.jspecify.annotations.NullMarked;
