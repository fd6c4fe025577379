/**
 * The server on S3-, SQS-, DynamoDB- and Cognito-compatible services: it keeps nothing itself, so
 * any number of such processes may run side by side. Nothing in memory can be reached from here.
 */
@NullMarked
package dev.sallyport.http.aws;

import org.jspecify.annotations.NullMarked;
