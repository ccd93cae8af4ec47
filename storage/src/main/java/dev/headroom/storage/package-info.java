/// Everything that brings data in and keeps it: sources, ingestion, the local cache and the workspace.
@NullMarked
package dev.headroom.storage;

import org.jspecify.annotations.NullMarked;
