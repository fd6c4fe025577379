@NullMarked
package dev.sallyport.http.aws;

import org.jspecify.annotations.NullMarked;
