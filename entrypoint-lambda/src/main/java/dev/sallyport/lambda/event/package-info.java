/**
 * What Lambda hands to functions and takes from them, read and written as streams of JSON. Members
 * that nobody here needs are skipped unread and versions are not looked at, because AWS adds
 * members without asking.
 */
@NullMarked
package dev.sallyport.lambda.event;

import org.jspecify.annotations.NullMarked;
