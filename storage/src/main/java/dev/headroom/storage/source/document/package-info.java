/// JSON documents: recognising them by their outline, and what the names in them say about metric, statistic and
/// unit.
@NullMarked
package dev.headroom.storage.source.document;

import org.jspecify.annotations.NullMarked;
