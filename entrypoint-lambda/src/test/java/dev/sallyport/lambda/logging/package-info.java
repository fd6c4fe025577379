@NullMarked
package dev.sallyport.lambda.logging;

import org.jspecify.annotations.NullMarked;
