/// Turns results of use cases into plot data.
@NullMarked
package dev.headroom.app.ui.adapter;

import org.jspecify.annotations.NullMarked;
