/**
 * What arrives in quarantine, as messages: the notifications of S3, read and written in their own
 * form so that a bucket in AWS and the embedded store are the same to us.
 */
@NullMarked
package dev.sallyport.operations.sanitization;

import org.jspecify.annotations.NullMarked;
