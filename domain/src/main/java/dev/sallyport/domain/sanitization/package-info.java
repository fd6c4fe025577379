/** What the sanitizer decides and by which rules; nothing here looks into bytes. */
@NullMarked
package dev.sallyport.domain.sanitization;

import org.jspecify.annotations.NullMarked;
