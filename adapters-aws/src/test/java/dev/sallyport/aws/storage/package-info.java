@NullMarked
package dev.sallyport.aws.storage;

import org.jspecify.annotations.NullMarked;
