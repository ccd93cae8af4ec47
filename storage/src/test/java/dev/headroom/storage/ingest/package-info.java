/// Tests of dev.headroom.storage.ingest.
@NullMarked
package dev.headroom.storage.ingest;

import org.jspecify.annotations.NullMarked;
