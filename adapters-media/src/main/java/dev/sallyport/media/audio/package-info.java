/**
 * Audio whose frames are checked one after the other and passed on as they came, in a fresh
 * container that knows nothing of titles, pictures and comments.
 */
@NullMarked
package dev.sallyport.media.audio;

import org.jspecify.annotations.NullMarked;
