/**
 * Whether the product answers at all, and under which limits: what a client asks first and an admin
 * asks when a client complains.
 */
@NullMarked
package dev.sallyport.operations.status;

import org.jspecify.annotations.NullMarked;
