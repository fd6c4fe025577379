/** Who looks into bytes, and where bytes stand while they are looked into. */
@NullMarked
package dev.sallyport.application.sanitization.port;

import org.jspecify.annotations.NullMarked;
