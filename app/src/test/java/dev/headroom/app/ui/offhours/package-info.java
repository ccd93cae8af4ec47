@NullMarked
package dev.headroom.app.ui.offhours;

import org.jspecify.annotations.NullMarked;
