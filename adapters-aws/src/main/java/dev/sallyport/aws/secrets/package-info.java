/**
 * What a deployment keeps secret: read from one entry of Secrets Manager, or handed in by its
 * environment.
 */
@NullMarked
package dev.sallyport.aws.secrets;

import org.jspecify.annotations.NullMarked;
