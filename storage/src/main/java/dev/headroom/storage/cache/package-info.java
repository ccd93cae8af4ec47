/// The local cache: packed series, charges, inventory and ledgers in one H2 file database.
@NullMarked
package dev.headroom.storage.cache;

import org.jspecify.annotations.NullMarked;
