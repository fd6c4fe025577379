/**
 * Video whose containers are walked box by box or element by element. Its frames are passed on as
 * they came, and whatever speaks about the recording is overwritten in its place, so that no offset
 * changes.
 */
@NullMarked
package dev.sallyport.media.video;

import org.jspecify.annotations.NullMarked;
