/** What bytes are, told from a bounded look at them and from nothing that anybody says of them. */
@NullMarked
package dev.sallyport.media.sniff;

import org.jspecify.annotations.NullMarked;
