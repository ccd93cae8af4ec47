/// Pulling from a provider: what to ask for, what it will cost, and block by block what came of it.
@NullMarked
package dev.headroom.storage.pull;

import org.jspecify.annotations.NullMarked;
