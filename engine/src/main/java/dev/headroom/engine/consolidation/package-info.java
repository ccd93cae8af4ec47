/// Servers that use little: which of them are alike, and on how few machines they would fit together.
@NullMarked
package dev.headroom.engine.consolidation;

import org.jspecify.annotations.NullMarked;
