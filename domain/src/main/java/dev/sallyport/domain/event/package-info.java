/** What has happened, told to other features at least once and in any order. */
@NullMarked
package dev.sallyport.domain.event;

import org.jspecify.annotations.NullMarked;
