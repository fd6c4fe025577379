/** Jobs of the sanitizer on DynamoDB, and verdicts as attributes. */
@NullMarked
package dev.sallyport.aws.sanitization;

import org.jspecify.annotations.NullMarked;
