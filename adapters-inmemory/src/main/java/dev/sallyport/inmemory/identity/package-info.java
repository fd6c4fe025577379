/**
 * A user pool in memory: it knows the configured users and issues the tokens that Amazon Cognito
 * would.
 *
 * <p>What it issues differs from Cognito's in two things: one key signs id and access tokens, where
 * Cognito has two, and a user has no attributes but the name.
 */
@NullMarked
package dev.sallyport.inmemory.identity;

import org.jspecify.annotations.NullMarked;
