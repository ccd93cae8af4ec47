@NullMarked
package dev.headroom.storage.pull;

import org.jspecify.annotations.NullMarked;
