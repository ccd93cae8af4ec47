/// Clusters: underused servers that are alike, and the machines they would fit on together.
@NullMarked
package dev.headroom.app.ui.clusters;

import org.jspecify.annotations.NullMarked;
