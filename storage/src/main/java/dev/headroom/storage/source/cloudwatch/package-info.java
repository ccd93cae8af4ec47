/// Utilization in the answers of CloudWatch: `get-metric-data` and `get-metric-statistics`.
@NullMarked
package dev.headroom.storage.source.cloudwatch;

import org.jspecify.annotations.NullMarked;
