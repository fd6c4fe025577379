/** Migrations as files and as operations for admins. */
@NullMarked
package dev.sallyport.operations.migration;

import org.jspecify.annotations.NullMarked;
