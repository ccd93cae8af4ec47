/// Which instance type fits: shapes, policies, recommendations and the reasons against each alternative.
@NullMarked
package dev.headroom.engine.rightsizing;

import org.jspecify.annotations.NullMarked;
