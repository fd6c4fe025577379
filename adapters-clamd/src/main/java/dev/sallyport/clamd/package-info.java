/**
 * Asks clamd, the daemon of ClamAV, whether content is malware.
 *
 * <p>A room of its own because a scanner belongs to no family: the embedded product, the server on
 * services and the functions ask the same one. It speaks the few words of the protocol itself; its
 * doors are {@link dev.sallyport.clamd.ClamdModule} and the settings.
 */
@NullMarked
package dev.sallyport.clamd;

import org.jspecify.annotations.NullMarked;
