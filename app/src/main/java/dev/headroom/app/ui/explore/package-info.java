/// The Explore panel: series before anything is forecast, and cost by any two dimensions.
@NullMarked
package dev.headroom.app.ui.explore;

import org.jspecify.annotations.NullMarked;
