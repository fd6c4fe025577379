/**
 * Text of every kind rebuilt from valid characters, without what harms a terminal or a reader and
 * without secrets and personal data.
 *
 * <p>Bytes pass through stages: {@code TextCleaner} takes characters away, then {@code Redactor}
 * replaces what its rules find, so that nothing can hide a secret by splitting it with characters
 * that vanish. All of it is one pass in bounded memory, whatever the length of a line or a token.
 */
@NullMarked
package dev.sallyport.media.text;

import org.jspecify.annotations.NullMarked;
