/// Deliveries: which files of a folder belong together, by the manifests that providers put beside them.
@NullMarked
package dev.headroom.storage.source.delivery;

import org.jspecify.annotations.NullMarked;
