/** Every port in memory, as strict as the service it stands for; together the embedded product. */
@NullMarked
package dev.sallyport.inmemory;

import org.jspecify.annotations.NullMarked;
