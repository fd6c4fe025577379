/**
 * Attachments on S3: quarantine and clean as two buckets, and whose signature their forms and
 * addresses carry.
 */
@NullMarked
package dev.sallyport.aws.storage;

import org.jspecify.annotations.NullMarked;
