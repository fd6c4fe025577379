/** What a report store and a report form store keep. */
@NullMarked
package dev.sallyport.contract.report;

import org.jspecify.annotations.NullMarked;
