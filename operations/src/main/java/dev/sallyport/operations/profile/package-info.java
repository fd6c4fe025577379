/** Profiles over HTTP, the forms for their pictures, and the messages that change them. */
@NullMarked
package dev.sallyport.operations.profile;

import org.jspecify.annotations.NullMarked;
