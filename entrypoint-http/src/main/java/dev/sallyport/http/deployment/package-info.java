/**
 * What every deployment of the server has, whatever its adapters are: policies, signers, metrics,
 * and the order in which its parts start and stop. It knows no family of adapters.
 */
@NullMarked
package dev.sallyport.http.deployment;

import org.jspecify.annotations.NullMarked;
