/** What the ports that every feature needs keep. */
@NullMarked
package dev.sallyport.contract.shared;

import org.jspecify.annotations.NullMarked;
