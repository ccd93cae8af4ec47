/// Tests of dev.headroom.storage.cache.
@NullMarked
package dev.headroom.storage.cache;

import org.jspecify.annotations.NullMarked;
