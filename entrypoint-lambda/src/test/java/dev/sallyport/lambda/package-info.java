@NullMarked
package dev.sallyport.lambda;

import org.jspecify.annotations.NullMarked;
