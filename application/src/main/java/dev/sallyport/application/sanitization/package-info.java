/**
 * Turns what arrived in quarantine into a verdict, once per bound version, whatever is killed on
 * the way.
 */
@NullMarked
package dev.sallyport.application.sanitization;

import org.jspecify.annotations.NullMarked;
