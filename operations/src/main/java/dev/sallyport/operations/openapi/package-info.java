/**
 * The description of all operations for clients and people, made from the operations themselves.
 */
@NullMarked
package dev.sallyport.operations.openapi;

import org.jspecify.annotations.NullMarked;
