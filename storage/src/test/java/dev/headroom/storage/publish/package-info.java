@NullMarked
package dev.headroom.storage.publish;

import org.jspecify.annotations.NullMarked;
