/**
 * One file that a stranger was allowed to send: who may send it, what state it is in, what it
 * costs.
 */
@NullMarked
package dev.sallyport.domain.attachment;

import org.jspecify.annotations.NullMarked;
