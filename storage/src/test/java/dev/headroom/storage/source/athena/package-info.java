@NullMarked
package dev.headroom.storage.source.athena;

import org.jspecify.annotations.NullMarked;
