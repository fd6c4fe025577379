/** An issue tracker of this process, so that the embedded product has one to export to. */
@NullMarked
package dev.sallyport.inmemory.tracker;

import org.jspecify.annotations.NullMarked;
