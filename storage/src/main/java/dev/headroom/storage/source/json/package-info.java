/// JSON lines files: one object a line, read as rows of named fields.
@NullMarked
package dev.headroom.storage.source.json;

import org.jspecify.annotations.NullMarked;
