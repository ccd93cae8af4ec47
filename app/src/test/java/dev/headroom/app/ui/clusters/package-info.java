@NullMarked
package dev.headroom.app.ui.clusters;

import org.jspecify.annotations.NullMarked;
