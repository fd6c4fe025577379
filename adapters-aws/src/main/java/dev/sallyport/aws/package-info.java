/**
 * Every port of the product on Amazon's services, by feature. The only room that knows the AWS SDK:
 * types of the SDK never leave it, and its exceptions become the three kinds that ports promise.
 */
@NullMarked
package dev.sallyport.aws;

import org.jspecify.annotations.NullMarked;
