@NullMarked
package dev.sallyport.http.worker;

import org.jspecify.annotations.NullMarked;
