/** Where reports and the report form live. */
@NullMarked
package dev.sallyport.application.report.port;

import org.jspecify.annotations.NullMarked;
