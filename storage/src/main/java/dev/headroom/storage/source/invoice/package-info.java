/// Invoices: what a provider charged for a month, as CSV or JSON, to hold bills against.
@NullMarked
package dev.headroom.storage.source.invoice;

import org.jspecify.annotations.NullMarked;
