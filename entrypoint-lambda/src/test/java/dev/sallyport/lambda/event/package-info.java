@NullMarked
package dev.sallyport.lambda.event;

import org.jspecify.annotations.NullMarked;
