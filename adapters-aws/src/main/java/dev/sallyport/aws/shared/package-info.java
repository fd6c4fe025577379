/**
 * What all adapters of this family share: how services are reached, how patient calls are, and what
 * their failures mean. Nothing here belongs to one feature.
 */
@NullMarked
package dev.sallyport.aws.shared;

import org.jspecify.annotations.NullMarked;
