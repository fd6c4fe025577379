@NullMarked
package dev.sallyport.http.cli;

import org.jspecify.annotations.NullMarked;
