/**
 * Hands out upload forms, tells senders what became of their files, gives triagers a look at clean
 * ones.
 */
@NullMarked
package dev.sallyport.application.attachment;

import org.jspecify.annotations.NullMarked;
