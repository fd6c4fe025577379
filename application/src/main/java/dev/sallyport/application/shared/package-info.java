/**
 * What use cases of several features speak in: pages, failures of the infrastructure, deadlines.
 */
@NullMarked
package dev.sallyport.application.shared;

import org.jspecify.annotations.NullMarked;
