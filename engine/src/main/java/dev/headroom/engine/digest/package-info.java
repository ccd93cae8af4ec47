/// Digests: the hashes by which contents are recognised.
@NullMarked
package dev.headroom.engine.digest;

import org.jspecify.annotations.NullMarked;
