@NullMarked
package dev.sallyport.http;

import org.jspecify.annotations.NullMarked;
