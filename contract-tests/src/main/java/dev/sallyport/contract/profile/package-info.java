/** What whoever keeps profiles and announces pictures keeps to. */
@NullMarked
package dev.sallyport.contract.profile;

import org.jspecify.annotations.NullMarked;
