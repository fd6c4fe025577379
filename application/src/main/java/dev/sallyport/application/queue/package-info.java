/** Messages between the parts of a deployment. */
@NullMarked
package dev.sallyport.application.queue;

import org.jspecify.annotations.NullMarked;
