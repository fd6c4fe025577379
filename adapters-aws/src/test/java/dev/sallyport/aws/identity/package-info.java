@NullMarked
package dev.sallyport.aws.identity;

import org.jspecify.annotations.NullMarked;
