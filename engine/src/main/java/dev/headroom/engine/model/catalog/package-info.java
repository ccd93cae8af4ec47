/// All model families under one roof.
@NullMarked
package dev.headroom.engine.model.catalog;

import org.jspecify.annotations.NullMarked;
