/**
 * What sanitizing costs where attachments lie in S3: many large ones at once from grant to verdict,
 * in a process with a small heap, beside the embedded store and beside mere copies.
 */
@NullMarked
package dev.sallyport.benchmarks.s3;

import org.jspecify.annotations.NullMarked;
