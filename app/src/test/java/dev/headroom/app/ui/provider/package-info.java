@NullMarked
package dev.headroom.app.ui.provider;

import org.jspecify.annotations.NullMarked;
