/**
 * The rules of Sallyport: values, states and policies, by feature. Knows the JDK and nothing else,
 * so that every rule can be read and tested without a server, a store or a clock of its own.
 */
@NullMarked
package dev.sallyport.domain;

import org.jspecify.annotations.NullMarked;
