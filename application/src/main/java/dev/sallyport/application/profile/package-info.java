/** Profiles of users, and the pictures on them. */
@NullMarked
package dev.sallyport.application.profile;

import org.jspecify.annotations.NullMarked;
