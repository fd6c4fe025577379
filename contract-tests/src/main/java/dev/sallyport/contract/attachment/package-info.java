/** What every adapter of the attachment ports must keep. */
@NullMarked
package dev.sallyport.contract.attachment;

import org.jspecify.annotations.NullMarked;
