/// Writing to a provider what a user has switched on: the switches, and the files of series.
@NullMarked
package dev.headroom.storage.publish;

import org.jspecify.annotations.NullMarked;
