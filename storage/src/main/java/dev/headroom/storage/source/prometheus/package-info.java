/// Utilization in the answers of Prometheus to range queries.
@NullMarked
package dev.headroom.storage.source.prometheus;

import org.jspecify.annotations.NullMarked;
