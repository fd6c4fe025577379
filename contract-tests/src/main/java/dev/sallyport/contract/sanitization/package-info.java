/** What sanitizing keeps, whoever looks into the bytes and wherever they are stored. */
@NullMarked
package dev.sallyport.contract.sanitization;

import org.jspecify.annotations.NullMarked;
