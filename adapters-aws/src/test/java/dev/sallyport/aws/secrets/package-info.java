@NullMarked
package dev.sallyport.aws.secrets;

import org.jspecify.annotations.NullMarked;
