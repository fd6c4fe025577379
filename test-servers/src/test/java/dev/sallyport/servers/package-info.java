/** Whether each server starts, answers and ends. */
@NullMarked
package dev.sallyport.servers;

import org.jspecify.annotations.NullMarked;
