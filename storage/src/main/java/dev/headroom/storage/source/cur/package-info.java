/// AWS Cost and Usage Report files.
@NullMarked
package dev.headroom.storage.source.cur;

import org.jspecify.annotations.NullMarked;
