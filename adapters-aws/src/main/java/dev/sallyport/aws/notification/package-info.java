/**
 * Who is told of the objects of a bucket: adds, replaces and removes the entries of one owner in a
 * configuration that S3 lets nobody change in part. Only Amazon's services have such a thing, so
 * the use case stands here and not in the hexagon; its ports are small enough for a strict fake.
 */
@NullMarked
package dev.sallyport.aws.notification;

import org.jspecify.annotations.NullMarked;
