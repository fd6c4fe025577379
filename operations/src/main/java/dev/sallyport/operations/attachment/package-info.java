/**
 * Upload forms and the state of what was sent, over HTTP; and the clock that looks after forms that
 * nobody used.
 */
@NullMarked
package dev.sallyport.operations.attachment;

import org.jspecify.annotations.NullMarked;
