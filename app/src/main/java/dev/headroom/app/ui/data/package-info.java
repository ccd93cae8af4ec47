/// The Data panel: imports, rejected rows and the quality of the series.
@NullMarked
package dev.headroom.app.ui.data;

import org.jspecify.annotations.NullMarked;
