/** Reports and the report form in memory, with the indexes that lists read. */
@NullMarked
package dev.sallyport.inmemory.report;

import org.jspecify.annotations.NullMarked;
