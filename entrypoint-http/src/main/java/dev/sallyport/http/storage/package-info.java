/**
 * The S3 wire protocol of the embedded store: signed forms in, signed URLs out, and S3's own errors
 * for everything else. It is no operation: its clients are those of any S3, its bodies stream.
 */
@NullMarked
package dev.sallyport.http.storage;

import org.jspecify.annotations.NullMarked;
