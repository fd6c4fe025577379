@NullMarked
package dev.sallyport.aws.metrics;

import org.jspecify.annotations.NullMarked;
