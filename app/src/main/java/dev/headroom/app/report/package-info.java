/// Reports: charts as files and pages that carry their provenance.
@NullMarked
package dev.headroom.app.report;

import org.jspecify.annotations.NullMarked;
