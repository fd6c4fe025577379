/**
 * Looks into bytes that strangers sent: what they are, and what clean can be made of them. Each
 * feature has its own package; this one wires them for a deployment.
 */
@NullMarked
package dev.sallyport.media;

import org.jspecify.annotations.NullMarked;
