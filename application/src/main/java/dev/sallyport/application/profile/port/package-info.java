/** What profiles need of the outside. */
@NullMarked
package dev.sallyport.application.profile.port;

import org.jspecify.annotations.NullMarked;
