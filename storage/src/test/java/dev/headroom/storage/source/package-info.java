/// Tests of dev.headroom.storage.source.
@NullMarked
package dev.headroom.storage.source;

import org.jspecify.annotations.NullMarked;
