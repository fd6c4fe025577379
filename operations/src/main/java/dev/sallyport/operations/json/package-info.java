/**
 * Shapes of JSON: declared once, used to read requests, to describe them in the OpenAPI document
 * and to prove that answers are what they promise.
 *
 * <p>The room exists because a stranger's JSON has to be bounded and judged while it is parsed, by
 * the same declaration that clients read; it is streaming only, so that a function starts fast.
 */
@NullMarked
package dev.sallyport.operations.json;

import org.jspecify.annotations.NullMarked;
