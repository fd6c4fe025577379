@NullMarked
package dev.sallyport.aws.queue;

import org.jspecify.annotations.NullMarked;
