/** Reports and the report form in a table, with the indexes that lists read. */
@NullMarked
package dev.sallyport.aws.report;

import org.jspecify.annotations.NullMarked;
