@NullMarked
package dev.sallyport.http.embedded;

import org.jspecify.annotations.NullMarked;
