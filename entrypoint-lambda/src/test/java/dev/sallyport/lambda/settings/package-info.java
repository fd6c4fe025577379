@NullMarked
package dev.sallyport.lambda.settings;

import org.jspecify.annotations.NullMarked;
