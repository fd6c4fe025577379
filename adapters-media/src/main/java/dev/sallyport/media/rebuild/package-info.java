/** What every rebuilder needs whatever it rebuilds: counting, giving up, and keeping the time. */
@NullMarked
package dev.sallyport.media.rebuild;

import org.jspecify.annotations.NullMarked;
