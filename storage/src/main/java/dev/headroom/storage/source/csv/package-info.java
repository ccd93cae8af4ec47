/// Comma-separated files: decoding, dialects, and the utilization and inventory formats.
@NullMarked
package dev.headroom.storage.source.csv;

import org.jspecify.annotations.NullMarked;
