/// Scans of large tables out of core: DuckDB reads and groups the rows of a file, with bounded memory.
@NullMarked
package dev.headroom.storage.source.scan;

import org.jspecify.annotations.NullMarked;
