/// Ingestion: files in, one transaction a file, with an exact account of every row.
@NullMarked
package dev.headroom.storage.ingest;

import org.jspecify.annotations.NullMarked;
