/** What a queue keeps. */
@NullMarked
package dev.sallyport.contract.queue;

import org.jspecify.annotations.NullMarked;
