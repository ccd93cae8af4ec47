/// Bills in Athena: which kind of bill a table is, and the query that brings a month of it.
@NullMarked
package dev.headroom.storage.source.athena;

import org.jspecify.annotations.NullMarked;
