/**
 * Hostile and honest files, generated, each with the verdict that a sanitizer has to give. Knows
 * the domain's words for verdicts and nothing of the code that gives them: its writers of formats
 * are its own, so that a reader's mistake is not a writer's as well.
 */
@NullMarked
package dev.sallyport.corpus;

import org.jspecify.annotations.NullMarked;
