@NullMarked
package dev.sallyport.aws.notification;

import org.jspecify.annotations.NullMarked;
