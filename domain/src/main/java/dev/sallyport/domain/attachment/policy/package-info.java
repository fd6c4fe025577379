/**
 * Presigned POST forms and presigned URLs of Amazon S3, made and checked with nothing but the JDK.
 *
 * <p>The room exists because no SDK for Java signs POST policies, and because the embedded store
 * must refuse what S3 refuses: signer and verifier prove each other here, away from any server.
 */
@NullMarked
package dev.sallyport.domain.attachment.policy;

import org.jspecify.annotations.NullMarked;
