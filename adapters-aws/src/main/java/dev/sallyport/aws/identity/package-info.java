/**
 * Amazon Cognito as the directory of users and the publisher of keys. The keys are fetched with the
 * JDK alone, because the authorizer must start without the SDK.
 */
@NullMarked
package dev.sallyport.aws.identity;

import org.jspecify.annotations.NullMarked;
