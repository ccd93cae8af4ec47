@NullMarked
package dev.headroom.storage;

import org.jspecify.annotations.NullMarked;
