/**
 * What Sallyport does, one class per use case, and the ports it needs for that, by feature. Knows
 * the domain; no SDK, no server, no JSON.
 */
@NullMarked
package dev.sallyport.application;

import org.jspecify.annotations.NullMarked;
